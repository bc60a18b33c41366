using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Points;

namespace RetailMember.Redemption.Auditing;

/// <summary>
/// This module's share of the proof of the books: vouchers, stock, gifts, benefits, and orders against the ledger.
/// </summary>
internal sealed class RedemptionChecks(
    RedemptionDb db, ShelfChecks shelf, GiftChecks gifts, ServiceDayChecks days, OrderPayments payments, ILedger ledger) : IBookCheck
{
    private const int OrdersAtOnce = 1_000;

    public string Module => "Redemption";

    public async Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel)
    {
        var found = new List<BookFault>();
        foreach (var (code, wrong) in shelf.All)
        {
            var count = await wrong.LongCountAsync(cancel);
            if (count > 0) found.Add(new BookFault(code, count, $"{await wrong.OrderBy(id => id).FirstAsync(cancel)}"));
        }

        found.AddRange(await gifts.FindAsync(cancel));
        found.AddRange(await days.FindAsync(cancel));
        found.AddRange(await OrdersDifferAsync(cancel));
        return found;
    }

    /// <summary>Each order's points were taken, and given back if and only if the order was taken back.</summary>
    private async Task<IEnumerable<BookFault>> OrdersDifferAsync(CancellationToken cancel)
    {
        var (wrong, first) = (0L, "");
        Guid? last = null;
        while (await NextAsync(last, cancel) is { Count: > 0 } orders)
        {
            var paid = (await payments.OfAsync(orders, cancel)).ToLookup(p => p.Order.Id);
            var entries = await ledger.ReadEntriesAsync(
                [.. paid.SelectMany(p => p).SelectMany(p => (string[])[p.PostingKey, p.UndoKey])], cancel);
            foreach (var order in orders)
            {
                if (paid[order.Id].All(p => IsPosted(p, entries)) && paid[order.Id].Sum(p => p.Points) == order.Points) continue;
                if (wrong++ == 0) first = order.Id.ToString();
            }

            last = orders[^1].Id;
        }

        return wrong == 0 ? [] : [new BookFault("orders-are-not-postings", wrong, first)];
    }

    private static bool IsPosted(OrderPayment paid, IReadOnlyDictionary<string, LedgerEntry> entries) =>
        Amount(entries, paid.PostingKey) == -paid.Points
        && Amount(entries, paid.UndoKey) == (paid.Order.State > RewardOrderState.Collected ? paid.Points : 0);

    private static long Amount(IReadOnlyDictionary<string, LedgerEntry> entries, string key) =>
        entries.TryGetValue(key, out var entry) ? entry.Amount : 0;

    private Task<List<RewardOrder>> NextAsync(Guid? last, CancellationToken cancel)
    {
        var orders = db.RewardOrders.AsNoTracking();
        if (last is { } after) orders = orders.Where(o => o.Id > after);
        return orders.OrderBy(o => o.Id).Take(OrdersAtOnce).ToListAsync(cancel);
    }
}
