using FluentValidation;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Which order a scanned code opens, so that staff see what to hand out before they do. Throttled as handing out is.</summary>
[Needs(RedemptionPermissions.HandOutOrders)]
internal sealed class LookUpOrder(OrderBook book, SecretCode codes, LookUpThrottle throttle)
    : Query<LookUpOrder.Input, LookUpOrder.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await throttle.CheckAsync(call, cancel);
        var order = codes.IndexOf(input.Code, OrderTables.CodePurpose) is { } index ? await book.FindAsync(index, cancel) : null;
        if (order is null) await throttle.NoteAsync(call, VoucherRefusals.NotUsable);
        return order is null ? throw OrderBook.NotFound() : new Result(order.Id, order.State);
    }

    /// <param name="Code">As scanned or typed.</param>
    internal sealed record Input([property: Personal] string Code, string? StoreCode = null) : IInput<Result>, IAtStore;

    internal sealed record Result(Guid Order, RewardOrderState State);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Code).NotEmpty().MaximumLength(64);
    }
}
