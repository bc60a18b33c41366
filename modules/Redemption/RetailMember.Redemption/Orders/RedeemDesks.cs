using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders.Points;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Opens a desk for a batch of redemptions: everything they depend on in a few round trips.</summary>
internal sealed class RedeemDesks(
    IMemberFiles files, CatalogueShelf shelf, Visits visits, Quotas quotas, Stocks stocks, Pools pools, SecretCode codes)
{
    public async Task<OpenDesk> OpenAsync(IReadOnlyList<BatchCall<Redeem.Input, Redeem.Result>> calls, CancellationToken cancel)
    {
        var today = calls[0].Context.RequiredBrand.DateOf(calls[0].Context.At);
        var members = await files.FindAsync([.. calls.Select(c => c.Input.Member).Distinct()], cancel);
        var offers = await shelf.OffersAsync(today, [.. calls.Select(c => c.Input.Reward).Distinct()], cancel);
        var visited = await visits.OpenAsync([.. members.Values], offers.Values, today, cancel);
        var keys = new List<QuotaKey>();
        foreach (var call in calls)
            if (members.TryGetValue(call.Input.Member, out var member) && offers.TryGetValue(call.Input.Reward, out var offer))
                keys.AddRange(offer.Limits(member.Id, today).Select(l => l.Key)
                    .Concat(offer.ReceiptKeys(visited.Of(member, call.Context.Store?.Code))));
        var counters = await quotas.OpenAsync(keys, cancel);
        var stocked = offers.Values.Where(o => o.Terms.Stock != StockKind.None).Select(o => o.RewardId).ToList();
        var stock = await stocks.OpenAsync(stocked, cancel);
        Guid[] ids = [.. members.Values.Select(m => m.Id).Distinct()];
        Guid[] pooled =
        [
            .. calls.Where(c => c.Input.Pooled).Select(c => members.GetValueOrDefault(c.Input.Member)).OfType<MemberSummary>()
                .Select(m => m.Id).Distinct(),
        ];
        var points = await pools.OpenAsync(ids, pooled, today, cancel);
        return new OpenDesk(new RedeemDesk(members, offers, visited, counters, stock, points, codes, today), counters, stock);
    }
}

/// <summary>A desk with the books that are saved after it.</summary>
internal sealed record OpenDesk(RedeemDesk Desk, QuotaBook Quotas, StockBook Stock)
{
    public async Task SaveAsync(CancellationToken cancel)
    {
        await Quotas.SaveAsync(cancel);
        await Stock.SaveAsync(cancel);
    }
}
