using RetailMember.Membership;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>What vouchers are worth for a basket. Nothing is written; a code that opens nothing is refused alike.</summary>
[Needs(RedemptionPermissions.UseVouchers)]
internal sealed class VerifyVoucher(IMemberFiles members, IVouchers vouchers, LookUpThrottle throttle, ITexts texts)
    : Query<VerifyVoucher.Input, VerifyVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await throttle.CheckAsync(call, cancel);
        Guid? member = null;
        if (input.Member is { } given)
            member = (await members.FindAsync([given], cancel)).GetValueOrDefault(given)?.Id ?? Guid.Empty;
        var settlement = (await vouchers.QuoteAsync([input.Receipt("", member, call)], cancel))[0];
        await throttle.NoteAsync(call, settlement.UnknownCodes);
        if (settlement.Refusal == VoucherRefusals.NotUsable) throw new Refusal(VoucherRefusals.NotUsable, RefusalKind.NotFound);
        var total = input.Lines.Sum(l => l.Amount.Fen);
        return new Result(
            settlement.Refusal is null,
            settlement.Refusal,
            settlement.Refusal is { } code ? texts["refusal." + code] : null,
            new Money(settlement.DiscountFen),
            new Money(total - settlement.DiscountFen),
            [.. settlement.Uses.Select(UseView.Of)],
            [.. settlement.LineDiscountsFen.Select(f => new Money(f))]);
    }

    internal sealed record Input : BasketForm, IInput<Result>;

    /// <param name="Reason">Code of why they do not count for this basket.</param>
    /// <param name="Discount">Yuan that the vouchers pay.</param>
    /// <param name="ToPay">Yuan left to pay.</param>
    /// <param name="LineDiscounts">Yuan per line.</param>
    internal sealed record Result(
        bool Applies,
        string? Reason,
        string? ReasonText,
        Money Discount,
        Money ToPay,
        IReadOnlyList<UseView> Vouchers,
        IReadOnlyList<Money> LineDiscounts);

    internal sealed class Rules : BasketRules<Input>;
}

/// <summary>One voucher's share of a receipt.</summary>
/// <param name="RemainingValue">Yuan that it holds afterwards.</param>
internal sealed record UseView(Guid Voucher, string Definition, Money Discount, Money RemainingValue)
{
    public static UseView Of(VoucherUse use) =>
        new(use.Voucher, use.Definition, new Money(use.DiscountFen), new Money(use.RemainingFen));
}
