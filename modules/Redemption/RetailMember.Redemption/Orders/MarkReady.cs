using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Notes that an order lies at its store and waits for its member. Not after its last day, and only by who hands out there.
/// </summary>
[Needs(RedemptionPermissions.HandOutOrders)]
internal sealed class MarkReady(OrderBook book, OrderReach reach) : UseCase<MarkReady.Input, OrderMoved>
{
    protected override async Task<OrderMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.LockAsync(input.Order, cancel);
        if (order.State != RewardOrderState.Reserved) throw OrderBook.NotOpen(order);
        OrderBook.RefuseIfLapsed(order, call);
        reach.RefuseUnlessCovered(order, RedemptionPermissions.HandOutOrders, call);
        if (order.StoreId is { } holds && call.Store is { } store && store.Id != holds) throw OrderBook.AtOtherStore();
        call.Store?.RefuseUnlessOpenAt(call.At);
        await book.MoveAsync([order], RewardOrderState.Ready, call.Occasion(), "ready", cancel);
        return OrderMoved.Of(order);
    }

    internal sealed record Input(Guid Order, string? StoreCode = null) : IInput<OrderMoved>, IAtStore;
}

/// <summary>An order after a step.</summary>
/// <param name="Points">What it cost.</param>
internal sealed record OrderMoved(Guid Order, RewardOrderState State, long Points)
{
    public static OrderMoved Of(RewardOrder order) => new(order.Id, order.State, order.Points);
}
