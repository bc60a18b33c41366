using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders.Points;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Opens a desk for a batch of redemptions: everything they depend on in a few round trips.</summary>
internal sealed class RedeemDesks(
    IMemberFiles files, IMemberCards cards, CatalogueShelf shelf, Visits visits, LimitCounters counters, Stocks stocks, Pools pools,
    SecretCode codes)
{
    public async Task<OpenDesk> OpenAsync(IReadOnlyList<BatchCall<Redeem.Input, Redeem.Result>> calls, CancellationToken cancel)
    {
        var today = calls[0].Context.RequiredBrand.DateOf(calls[0].Context.At);
        var members = await files.FindAsync([.. calls.Select(c => c.Input.Member).Distinct()], cancel);
        var ended = await cards.EndedAsync([.. members.Values.Select(m => m.Id)], calls[0].Context.At, cancel);
        var offers = await shelf.OffersAsync(today, [.. calls.Select(c => c.Input.Reward).Distinct()], cancel);
        var visited = await visits.OpenAsync([.. members.Values], [.. offers.Values], today, cancel);
        var (limits, receipts) = (new HashSet<QuotaKey>(), new HashSet<QuotaKey>());
        foreach (var call in calls)
            if (members.TryGetValue(call.Input.Member, out var member) && offers.TryGetValue(call.Input.Reward, out var offer))
            {
                limits.UnionWith(offer.Limits(member.Id, today).Select(l => l.Key));
                receipts.UnionWith(offer.ReceiptKeys(visited.Of(member, call.Context.Store?.Code)));
            }

        var counted = await counters.OpenAsync(limits, receipts, cancel);
        var points = await pools.OpenAsync([.. AsksOf(calls, members, offers)], today, cancel);
        // Last: everybody takes of one stock, so that it is locked for no longer than it takes to decide and to write.
        var stocked = offers.Values.Where(o => o.Terms.Stock != StockKind.None).Select(o => o.RewardId).ToList();
        var stock = await stocks.OpenAsync(stocked, cancel);
        var desk = new RedeemDesk(members, ended, offers, visited, counted, stock, points, codes, today);
        return new OpenDesk(desk, counted, stock, points);
    }

    private static IEnumerable<PointsAsk> AsksOf(
        IReadOnlyList<BatchCall<Redeem.Input, Redeem.Result>> calls,
        IReadOnlyDictionary<string, MemberSummary> members,
        IReadOnlyDictionary<string, Offer> offers) =>
        from call in calls
        let member = members.GetValueOrDefault(call.Input.Member)
        let offer = offers.GetValueOrDefault(call.Input.Reward)
        where member is not null && offer is not null
        select new PointsAsk(member.Id, call.Input.Pooled, offer.ListPoints * call.Input.Pieces);
}

/// <summary>A desk with the books that are saved after it.</summary>
internal sealed record OpenDesk(RedeemDesk Desk, QuotaBook Quotas, StockBook Stock, PointsBook Points)
{
    public async Task SaveAsync(CancellationToken cancel)
    {
        await Points.SaveAsync(cancel);
        await Quotas.SaveAsync(cancel);
        await Stock.SaveAsync(cancel);
    }
}
