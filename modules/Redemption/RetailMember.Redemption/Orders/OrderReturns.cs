using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Orders;

/// <summary>Takes back what an order gave at once, as long as it is unused. Goods that were handed out stay.</summary>
internal sealed class OrderReturns(OrderBook book, OrderUndo undo, TakeBack takeBack)
{
    /// <summary>False, and nothing done, where it was used.</summary>
    public async Task<bool> TryTakeAsync(Guid id, VoucherOccasion occasion, string note, CancellationToken cancel)
    {
        var order = await book.LockAsync(id, cancel);
        if (order.Kind != RewardKind.Service || order.State != RewardOrderState.Collected) return false;
        if (await takeBack.TryAsync(order, occasion, cancel) is not null) return false;
        await undo.UndoAsync([order], RewardOrderState.Returned, occasion, note, restock: true, cancel);
        return true;
    }
}
