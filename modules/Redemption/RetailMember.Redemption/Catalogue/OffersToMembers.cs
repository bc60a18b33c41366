using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// What members may have of a day's catalogue where they stand: offered to them, in stock and within their limits. A handful
/// of statements however many members.
/// </summary>
internal sealed class OffersToMembers(
    RedemptionDb db, IMemberFiles files, CatalogueShelf shelf, Visits visits, LimitCounters counters) : IRewardOffers
{
    public async Task<OffersToMember> OfAsync(MemberSummary member, DateOnly on, Store? store, CancellationToken cancel) =>
        (await OfAllAsync([member], on, store, cancel))[member.Id];

    /// <summary>Of each of them, by his key.</summary>
    public async Task<IReadOnlyDictionary<Guid, OffersToMember>> OfAllAsync(
        IReadOnlyCollection<MemberSummary> members, DateOnly on, Store? store, CancellationToken cancel)
    {
        var offers = await shelf.OffersAsync(on, only: null, cancel);
        var book = await visits.OpenAsync(members, [.. offers.Values], on, cancel);
        var limits = members.SelectMany(m => offers.Values.SelectMany(o => o.Limits(m.Id, on))).Select(l => l.Key).ToHashSet();
        var taken = await counters.ReadAsync([.. members.Select(m => m.Id)], limits, cancel);
        var left = await LeftAsync(offers.Values, store?.Id, cancel);
        return members.ToDictionary(m => m.Id, member =>
        {
            var visit = book.Of(member, store?.Code);
            var had = offers.Values.Where(offer => offer.Fault(visit) is null
                && offer.Limits(member.Id, on).All(l => taken.GetValueOrDefault(l.Key) < l.Most)
                && (offer.Terms.Stock == StockKind.None || left.GetValueOrDefault(offer.RewardId) > 0));
            return new OffersToMember(visit, [.. had], taken, left);
        });
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
    /// <summary>What so many points buy, the dearest first.</summary>
    public IEnumerable<Offer> Affordable(long points) =>
        Had.Where(o => PriceOf(o).Points <= points)
            .OrderByDescending(o => PriceOf(o).Points).ThenBy(o => o.Code, StringComparer.Ordinal);

    /// <summary>What more points would buy, the cheapest first.</summary>
    public IEnumerable<Offer> OutOfReach(long points) =>
        Had.Where(o => PriceOf(o).Points > points).OrderBy(o => PriceOf(o).Points).ThenBy(o => o.Code, StringComparer.Ordinal);

    public Price PriceOf(Offer offer) => offer.PriceFor(Visit, key => !Taken.ContainsKey(key));

    /// <summary>Pieces; null where there is always enough.</summary>
    public long? LeftOf(Offer offer) => offer.Terms.Stock == StockKind.None ? null : Left[offer.RewardId];
}
