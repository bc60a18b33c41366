using FluentValidation;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Cancels an order that was not collected: points return to their lots, stock and limits with them. Only by who may
/// cancel at the store that holds it.
/// </summary>
[Needs(RedemptionPermissions.CancelOrders)]
internal sealed class CancelOrder(OrderBook book, OrderReach reach, OrderUndo undo) : UseCase<CancelOrder.Input, OrderMoved>
{
    protected override async Task<OrderMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.LockAsync(input.Order, cancel);
        if (!order.IsOpen) throw OrderBook.NotOpen(order);
        reach.RefuseUnlessCovered(order, RedemptionPermissions.CancelOrders, call);
        await undo.UndoAsync([order], RewardOrderState.Cancelled, call.Occasion(), input.Reason, restock: true, cancel);
        return OrderMoved.Of(order);
    }

    /// <param name="StoreCode">Where it is asked for; left out: at the store that holds it.</param>
    internal sealed record Input(Guid Order, string Reason, string? StoreCode = null) : IInput<OrderMoved>, IAtStore;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
