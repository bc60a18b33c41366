using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Orders.Privileges;

/// <summary>
/// Takes back what a receipt has opened, once refunds have brought it below what the price asks for. An order that still
/// waits is cancelled: its points return to their lots, its pieces to stock. A coupon or a service, had at once, is
/// returned as long as it is unused. What was handed out, used or granted stays, and nobody is charged for it by himself:
/// the order is marked with the reason, so that staff see it and ask for its return, or let it be.
/// </summary>
internal sealed class ReceiptPrivileges(
    RedemptionDb db, IMemberReceipts receipts, OrderBook book, OrderUndo undo, TakeBack takeBack, IRows rows)
{
    /// <summary>Why an order is cancelled, returned or marked; a text key of its history.</summary>
    public const string Reason = "receipt-refunded";

    /// <summary>Whether the receipt that opened an order's price is still large enough; true of any other order.</summary>
    public async Task<bool> StandsAsync(RewardOrder order, CancellationToken cancel) =>
        (await FallenAsync([order], cancel)).Count == 0;

    /// <summary>Looks at the orders of a receipt once more. Doing it again changes nothing.</summary>
    public async Task ReviewAsync(Guid member, Guid receipt, VoucherOccasion occasion, CancellationToken cancel)
    {
        var ids = await db.RewardOrders.AsNoTracking()
            .Where(o => o.MemberId == member && o.ReceiptId == receipt && o.State <= RewardOrderState.Collected)
            .Select(o => o.Id).ToListAsync(cancel);
        if (ids.Count == 0) return;
        var fallen = await FallenAsync(await book.LockAsync(ids, cancel), cancel);
        RewardOrder[] had = [.. fallen.Where(o => o.State == RewardOrderState.Collected)];
        await undo.UndoAsync(
            [.. fallen.Where(o => o.IsOpen)], RewardOrderState.Cancelled, occasion, Reason, restock: true, cancel);
        foreach (var order in had) await TakeAsync(order, occasion, cancel);
    }

    private async Task TakeAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var isGiven = order.Kind is RewardKind.Coupon or RewardKind.Service;
        if (isGiven && await takeBack.TryAsync(order, occasion, cancel))
            await undo.UndoAsync([order], RewardOrderState.Returned, occasion, Reason, restock: true, cancel);
        else if (order.Mark is null)
        {
            order.Mark = Reason;
            await rows.UpdateAsync([order], [nameof(RewardOrder.Mark)], cancel);
            await book.AppendAsync([OrderBook.Step(order, occasion, Reason)], cancel);
        }
    }

    /// <summary>A receipt opens prices on its own day alone.</summary>
    private async Task<List<RewardOrder>> FallenAsync(IReadOnlyCollection<RewardOrder> orders, CancellationToken cancel)
    {
        var fallen = new List<RewardOrder>();
        foreach (var day in orders.Where(o => o.ReceiptId is not null).GroupBy(o => o.OrderedOn))
        {
            var known = (await receipts.OfDayAsync([.. day.Select(o => o.MemberId).Distinct()], day.Key, cancel))
                .SelectMany(r => r.Value).ToDictionary(r => r.Id, r => r.NetFen);
            fallen.AddRange(day.Where(o =>
                known.GetValueOrDefault(o.ReceiptId!.Value) < Math.Max(o.ReceiptLeastFen ?? 1, 1)));
        }

        return fallen;
    }
}
