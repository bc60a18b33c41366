using FluentValidation;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Which order or gift a scanned code opens, so that staff see what to hand out before they do. Throttled as handing out
/// is.
/// </summary>
[Needs(RedemptionPermissions.HandOutOrders)]
internal sealed class LookUpCode(OrderBook book, GiftShelf gifts, SecretCode codes, LookUpThrottle throttle)
    : Query<LookUpCode.Input, LookUpCode.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await throttle.CheckAsync(call, cancel);
        if (codes.IndexOf(input.Code, OrderTables.CodePurpose) is { } ofOrder
            && await book.FindAsync(ofOrder, cancel) is { } order) return new Result(order.Id, null, order.Kind);
        if (codes.IndexOf(input.Code, Gift.CodePurpose) is { } ofGift
            && await gifts.OfCodeAsync(ofGift, cancel) is { } gift) return new Result(null, gift);
        await throttle.NoteAsync(call);
        throw new Refusal("redemption.code-not-found", RefusalKind.NotFound);
    }

    /// <param name="Code">As scanned or typed.</param>
    internal sealed record Input([property: Personal] string Code, string? StoreCode = null) : IInput<Result>, IAtStore;

    /// <summary>An order or a gift.</summary>
    /// <param name="Kind">Of the order: a service is served under its id.</param>
    internal sealed record Result(Guid? Order, Guid? Gift, RewardKind? Kind = null);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Code).NotEmpty().MaximumLength(64);
    }
}
