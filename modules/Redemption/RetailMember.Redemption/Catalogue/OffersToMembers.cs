using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;

namespace RetailMember.Redemption.Catalogue;

/// <summary>What a member may have of a day's catalogue where he stands: offered to him, in stock and within his limits.</summary>
internal sealed class OffersToMembers(
    RedemptionDb db, IMemberFiles files, CatalogueShelf shelf, Visits visits, LimitCounters counters) : IRewardOffers
{
    public async Task<OffersToMember> OfAsync(MemberSummary member, DateOnly on, Store? store, CancellationToken cancel)
    {
        var offers = await shelf.OffersAsync(on, only: null, cancel);
        var visit = (await visits.OpenAsync([member], [.. offers.Values], on, cancel)).Of(member, store?.Code);
        var limits = offers.Values.SelectMany(o => o.Limits(member.Id, on)).Select(l => l.Key).ToHashSet();
        var taken = await counters.ReadAsync(member.Id, limits, cancel);
        var left = await LeftAsync(offers.Values, store?.Id, cancel);
        var had = offers.Values.Where(offer => offer.Fault(visit) is null
            && offer.Limits(member.Id, on).All(l => taken.GetValueOrDefault(l.Key) < l.Most)
            && (offer.Terms.Stock == StockKind.None || left.GetValueOrDefault(offer.RewardId) > 0));
        return new OffersToMember(visit, [.. had], taken, left);
    }

    public async Task<IReadOnlyList<ReceiptOffer>> OpenedByReceiptsAsync(
        Guid member, DateOnly on, Store? store, CancellationToken cancel)
    {
        if (!(await files.ReadAsync([member], cancel)).TryGetValue(member, out var summary)) return [];
        var found = await OfAsync(summary, on, store, cancel);
        var largest = (await visits.ReceiptsAsync(member, on, cancel)).Select(r => r.NetFen).DefaultIfEmpty(0).Max();
        return
        [
            .. from offer in found.Had
               from price in offer.Terms.Prices
               where price.ReceiptOfToday is not null && Offer.Meets(price, found.Visit)
               orderby offer.Code, price.Code
               select new ReceiptOffer(
                   offer.Code, offer.Terms.Name, offer.ListPoints, price.Points, price.ReceiptOfToday!.Value.Fen,
                   found.PriceOf(offer).Code == price.Code, largest),
        ];
    }

    private async Task<Dictionary<Guid, long>> LeftAsync(IEnumerable<Offer> offers, int? store, CancellationToken cancel)
    {
        Guid[] ids = [.. offers.Where(o => o.Terms.Stock != StockKind.None).Select(o => o.RewardId)];
        var places = (int[])[RewardStock.Shared, store ?? RewardStock.Shared];
        return await db.RewardStocks.AsNoTracking()
            .Where(s => EF.Parameter(ids).Contains(s.RewardId) && EF.Parameter(places).Contains(s.StoreId))
            .ToDictionaryAsync(s => s.RewardId, s => s.Supplied - s.Taken, cancel);
    }
}

/// <param name="Had">What he may have, whether or not he has the points.</param>
internal sealed record OffersToMember(
    Visit Visit,
    IReadOnlyList<Offer> Had,
    IReadOnlyDictionary<QuotaKey, long> Taken,
    IReadOnlyDictionary<Guid, long> Left)
{
    public Price PriceOf(Offer offer) => offer.PriceFor(Visit, key => !Taken.ContainsKey(key));

    /// <summary>Pieces; null where there is always enough.</summary>
    public long? LeftOf(Offer offer) => offer.Terms.Stock == StockKind.None ? null : Left[offer.RewardId];
}
