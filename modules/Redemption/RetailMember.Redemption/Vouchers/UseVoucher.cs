using System.Globalization;
using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>
/// Uses vouchers for a receipt, at a till that settles by itself. The receipt number is the business key within its
/// store: a till that asks twice gets its first answer, another till with the same code is refused.
/// </summary>
[Needs(RedemptionPermissions.UseVouchers)]
internal sealed class UseVoucher(IMemberFiles members, IVouchers vouchers, LookUpThrottle throttle)
    : BatchUseCase<UseVoucher.Input, UseVoucher.Result>
{
    protected override async Task RunAsync(IReadOnlyList<BatchCall<Input, Result>> calls, CancellationToken cancel)
    {
        var gate = await throttle.OpenAsync(calls.Select(c => c.Context), cancel);
        foreach (var call in calls)
            if ((gate.Fault(call.Context) ?? StoreFault(call.Context)) is { } no) call.Refuse(no);
        BatchCall<Input, Result>[] open = [.. calls.Where(c => c.Open)];
        if (open.Length == 0) return;
        string[] named = [.. open.Select(c => c.Input.Member).OfType<string>().Distinct()];
        var known = named.Length > 0 ? await members.FindAsync(named, cancel) : new Dictionary<string, MemberSummary>();
        var settled = await vouchers.SettleAsync([.. open.Select(c => ReceiptOf(c, known))], cancel);
        for (var i = 0; i < open.Length; i++) await AnswerAsync(open[i], settled[i]);
    }

    private static Refusal? StoreFault(CallContext call) => call.Store switch
    {
        null => new Refusal("store.needed", RefusalKind.Invalid),
        { } store when !store.WasOpenAt(call.At) => new Refusal("store.closed", RefusalKind.Conflict, ("store", store.Code)),
        _ => null,
    };

    /// <summary>What the uses of a receipt are found by.</summary>
    public static string ReferenceOf(CallContext call, string receiptNo) =>
        string.Create(CultureInfo.InvariantCulture, $"{call.Store!.Id}/{receiptNo}");

    private static VoucherReceipt ReceiptOf(
        BatchCall<Input, Result> call, IReadOnlyDictionary<string, MemberSummary> known)
    {
        // Somebody whom the brand does not know holds nothing.
        Guid? member = call.Input.Member is { } given ? known.GetValueOrDefault(given)?.Id ?? Guid.Empty : null;
        return call.Input.Receipt(ReferenceOf(call.Context, call.Input.ReceiptNo), member, call.Context);
    }

    private async Task AnswerAsync(BatchCall<Input, Result> call, VoucherSettlement settlement)
    {
        await throttle.NoteAsync(call.Context, settlement.UnknownCodes);
        if (settlement.Refusal is { } code)
        {
            call.Refuse(new Refusal(code, code == VoucherRefusals.NotUsable ? RefusalKind.NotFound : RefusalKind.Conflict));
            return;
        }

        var total = call.Input.Lines.Sum(l => l.Amount.Fen);
        call.Answer(new Result(
            new Money(settlement.DiscountFen),
            new Money(total - settlement.DiscountFen),
            [.. settlement.Uses.Select(UseView.Of)],
            [.. settlement.LineDiscountsFen.Select(f => new Money(f))]));
    }

    internal sealed record Input : BasketForm, IInput<Result>, IKeyed
    {
        /// <summary>As printed by the till; unique in its store.</summary>
        public required string ReceiptNo { get; init; }

        string IKeyed.BusinessKey => ReceiptNo;
    }

    /// <param name="Discount">Yuan that the vouchers pay.</param>
    /// <param name="ToPay">Yuan left to pay.</param>
    /// <param name="LineDiscounts">Yuan per line.</param>
    internal sealed record Result(
        Money Discount, Money ToPay, IReadOnlyList<UseView> Vouchers, IReadOnlyList<Money> LineDiscounts);

    internal sealed class Rules : BasketRules<Input>
    {
        public Rules() => RuleFor(i => i.ReceiptNo).NotEmpty().MaximumLength(48);
    }
}
