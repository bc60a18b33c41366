using FluentValidation;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Approves that what was handed out comes back, to the store that it was handed out at or to any other: there it can be
/// handed out again. Whoever handed it out does not approve; a coupon or a service must be
/// unused, and a right comes back where its module takes it back.
/// </summary>
[Needs(RedemptionPermissions.ReturnOrders)]
internal sealed class ReturnOrder(OrderBook book, OrderReach reach, OrderUndo undo, TakeBack takeBack)
    : UseCase<ReturnOrder.Input, OrderMoved>
{
    protected override async Task<OrderMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.LockAsync(input.Order, cancel);
        if (order.State != RewardOrderState.Collected) throw OrderBook.NotOpen(order);
        if (call.Store is null) reach.RefuseUnlessCovered(order, RedemptionPermissions.ReturnOrders, call);
        call.Store?.RefuseUnlessOpenAt(call.At);
        if (order.HandedOutBy is { } person && person == call.Caller.Id)
            throw new Refusal("redemption.second-person-needed", RefusalKind.Forbidden);
        if (await takeBack.TryAsync(order, call.Occasion(), cancel) is { } no) throw new Refusal(no, RefusalKind.Conflict);
        await undo.UndoAsync([order], RewardOrderState.Returned, call.Occasion(), input.Reason, input.Restock, cancel);
        return OrderMoved.Of(order);
    }

    /// <param name="Restock">Whether the goods can be handed out again.</param>
    /// <param name="StoreCode">Where the piece came back; left out: at the store that handed it out.</param>
    internal sealed record Input(Guid Order, string Reason, bool Restock = true, string? StoreCode = null)
        : IInput<OrderMoved>, IAtStore;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
