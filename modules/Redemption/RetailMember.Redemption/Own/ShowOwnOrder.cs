using RetailMember.Redemption.Orders;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>Shows a member the code by which he collects an order of his. Every look stands in the audit trail.</summary>
[OwnMember]
internal sealed class ShowOwnOrder(OrderBook book) : UseCase<ShowOwnOrder.Input, RevealOrder.Result>
{
    protected override async Task<RevealOrder.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.FindAsync(input.Order, cancel);
        if (order.MemberId != call.Caller.Id) throw new Refusal("member.not-own", RefusalKind.NotFound);
        return new RevealOrder.Result(order.Id, order.Code);
    }

    internal sealed record Input(Guid Order) : IInput<RevealOrder.Result>;
}
