using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Points;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Orders.Privileges;

/// <summary>
/// Takes back what a receipt has opened, once refunds have brought it below what the price asks for. An order that still
/// waits is cancelled: its points return to their lots, its pieces to stock. A coupon or a service, had at once, is
/// returned as long as it is unused. What was handed out, used or granted stays, and nobody is charged for it by himself:
/// the order is marked with the reason, so that staff see it and ask for its return, or let it be.
/// </summary>
internal sealed class ReceiptPrivileges(
    RedemptionDb db, IMemberReceipts receipts, OrderBook book, OrderUndo undo, OrderPayments payments, TakeBack takeBack,
    Quotas quotas, IRows rows)
{
    /// <summary>Why an order is cancelled, returned or marked; a text key of its history.</summary>
    public const string Reason = "receipt-refunded";

    /// <summary>Whether the receipt that opened an order's price is still large enough; true of any other order.</summary>
    public async Task<bool> StandsAsync(RewardOrder order, CancellationToken cancel) =>
        (await FallenAsync([order], cancel)).Count == 0;

    /// <summary>Locks the orders of a receipt and their limits, before any points, as whoever moves an order does.</summary>
    public async Task HoldAsync(Guid member, Guid receipt, CancellationToken cancel)
    {
        if ((await LockAsync(member, receipt, cancel)).Count > 0) await quotas.OpenOfAsync([member], cancel);
    }

    /// <summary>Looks at the orders of a receipt once more. Doing it again changes nothing.</summary>
    /// <returns>What became of those that have lost their price.</returns>
    public async Task<IReadOnlyList<ReviewedOrder>> ReviewAsync(
        Guid member, Guid receipt, VoucherOccasion occasion, CancellationToken cancel)
    {
        var fallen = await FallenAsync(await LockAsync(member, receipt, cancel), cancel);
        // Two of one pool who turned out to be one person paid for one order twice.
        var paid = (await payments.OfAsync(fallen, cancel)).Where(p => p.Member == member)
            .GroupBy(p => p.Order.Id).ToDictionary(p => p.Key, p => p.Sum(o => o.Points));
        RewardOrder[] open = [.. fallen.Where(o => o.IsOpen)];
        RewardOrder[] had = [.. fallen.Except(open)];
        await undo.UndoAsync(open, RewardOrderState.Cancelled, occasion, Reason, restock: true, cancel);
        var met = new List<ReviewedOrder>(open.Select(o => new ReviewedOrder(o, paid.GetValueOrDefault(o.Id))));
        foreach (var order in had)
        {
            if (await TakeAsync(order, occasion, cancel)) met.Add(new ReviewedOrder(order, paid.GetValueOrDefault(order.Id)));
            else if (await MarkAsync(order, occasion, cancel)) met.Add(new ReviewedOrder(order, 0, Stays: true));
        }

        return met;
    }

    private async Task<List<RewardOrder>> LockAsync(Guid member, Guid receipt, CancellationToken cancel)
    {
        var ids = await db.RewardOrders.AsNoTracking()
            .Where(o => o.MemberId == member && o.ReceiptId == receipt && o.State <= RewardOrderState.Collected)
            .Select(o => o.Id).ToListAsync(cancel);
        // Read before it was locked: it may have gone on meanwhile.
        return ids.Count == 0
            ? []
            : [.. (await book.LockAsync(ids, cancel)).Where(o => o.State <= RewardOrderState.Collected)];
    }

    /// <summary>False, and nothing taken, where it is in use or was handed out.</summary>
    private async Task<bool> TakeAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        if (order.Kind is not (RewardKind.Coupon or RewardKind.Service)) return false;
        if (await takeBack.TryAsync(order, occasion, cancel) is not null) return false;
        await undo.UndoAsync([order], RewardOrderState.Returned, occasion, Reason, restock: true, cancel);
        return true;
    }

    /// <summary>False where it was marked before.</summary>
    private async Task<bool> MarkAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        if (order.Mark is not null) return false;
        order.Mark = Reason;
        await rows.UpdateAsync([order], [nameof(RewardOrder.Mark)], cancel);
        await book.AppendAsync([OrderBook.Step(order, occasion, Reason)], cancel);
        return true;
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

/// <summary>An order whose receipt no longer carries its price.</summary>
/// <param name="PointsReturned">Of the member's own; what others of his pool paid came back to them.</param>
/// <param name="Stays">It was used or handed out before, and is marked.</param>
internal sealed record ReviewedOrder(RewardOrder Order, long PointsReturned, bool Stays = false);
