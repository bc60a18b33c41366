using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Reports;

/// <inheritdoc cref="IStoreTrade" />
internal sealed class TradeOfStores(MembershipDb db) : IStoreTrade
{
    public async Task<IReadOnlyList<StoreTrade>> OfSpanAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var sold = await Standing(from, to)
            .GroupBy(p => new { p.StoreId, p.MemberId })
            .Select(g => new { g.Key.StoreId, Receipts = g.Count(), NetFen = g.Sum(p => p.PaidFen - p.RefundedFen) })
            .GroupBy(m => m.StoreId)
            .Select(g => new
            {
                StoreId = g.Key,
                Receipts = g.Sum(m => m.Receipts),
                NetFen = g.Sum(m => m.NetFen),
                Buyers = g.Count(),
                Returning = g.Sum(m => m.Receipts > 1 ? 1 : 0),
            })
            .ToDictionaryAsync(s => s.StoreId, cancel);
        var joined = await db.StoreDays.AsNoTracking()
            .Where(d => d.Day >= from && d.Day <= to && d.StoreId != 0 && d.NewMembers > 0)
            .GroupBy(d => d.StoreId).Select(g => new { g.Key, New = g.Sum(d => d.NewMembers) })
            .ToDictionaryAsync(g => g.Key, g => (int)g.New, cancel);
        return
        [
            .. sold.Keys.Union(joined.Keys).Order().Select(store => sold.GetValueOrDefault(store) is { } trade
                ? new StoreTrade(
                    store, trade.Receipts, trade.NetFen, trade.Buyers, trade.Returning, joined.GetValueOrDefault(store))
                : new StoreTrade(store, 0, 0, 0, 0, joined[store])),
        ];
    }

    public async Task<IReadOnlyList<StoreTakings>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancel) =>
        await Standing(from, to)
            .GroupBy(p => new { p.StoreId, p.BusinessDate })
            .Select(g => new StoreTakings(g.Key.StoreId, g.Key.BusinessDate, g.Sum(p => p.PaidFen - p.RefundedFen)))
            .ToListAsync(cancel);

    private IQueryable<Purchase> Standing(DateOnly from, DateOnly to) => db.Purchases.AsNoTracking()
        .Within(from, to).Where(p => p.PaidFen > p.RefundedFen);
}
