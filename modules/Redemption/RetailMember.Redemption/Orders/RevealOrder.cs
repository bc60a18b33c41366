using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Shows the code by which an order is collected, to be printed or sent. Every look stands in the audit trail, and what is
/// opened by the code afterwards names who saw it last.
/// </summary>
[Needs(RedemptionPermissions.RedeemRewards)]
internal sealed class RevealOrder(OrderBook book, IRows rows) : UseCase<RevealOrder.Input, RevealOrder.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.FindAsync(input.Order, cancel);
        await rows.DiscloseAsync(order, call, cancel);
        return new Result(order.Id, order.Code);
    }

    internal sealed record Input(Guid Order) : IInput<Result>;

    internal sealed record Result(Guid Order, string Code);
}
