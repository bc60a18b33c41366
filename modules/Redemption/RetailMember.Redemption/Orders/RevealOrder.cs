using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Shows the code by which an order is collected, to be printed or sent. A command, so that every look stands in the audit
/// trail.
/// </summary>
[Needs(RedemptionPermissions.RedeemRewards)]
internal sealed class RevealOrder(OrderBook book) : UseCase<RevealOrder.Input, RevealOrder.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.FindAsync(input.Order, cancel);
        return new Result(order.Id, order.Code);
    }

    internal sealed record Input(Guid Order) : IInput<Result>;

    internal sealed record Result(Guid Order, string Code);
}
