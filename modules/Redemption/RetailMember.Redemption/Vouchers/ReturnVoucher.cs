using FluentValidation;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Gives back what a voucher paid of a receipt, after a refund at the same store.</summary>
[Needs(RedemptionPermissions.UseVouchers)]
internal sealed class ReturnVoucher(IVouchers vouchers) : UseCase<ReturnVoucher.Input, ReturnVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Store is not { } store) throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var reference = UseVoucher.ReferenceOf(call, input.ReceiptNo);
        var given = new VoucherReturn(reference, input.Voucher, input.Amount.Fen, call.Occasion());
        var returned = (await vouchers.GiveBackAsync([given], cancel))[0];
        return returned.Refusal is { } code
            ? throw new Refusal(code, code == VoucherRefusals.UseNotFound ? RefusalKind.NotFound : RefusalKind.Conflict)
            : new Result(input.Voucher, new Money(returned.RestoredFen), returned.Lapsed);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key gives back once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required string ReceiptNo { get; init; }

        public required Guid Voucher { get; init; }

        /// <summary>Yuan of what the voucher paid.</summary>
        public required Money Amount { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Restored">Yuan that the voucher holds more.</param>
    /// <param name="Lapsed">It had expired or was revoked, so that nothing came back.</param>
    internal sealed record Result(Guid Voucher, Money Restored, bool Lapsed);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.ReceiptNo).NotEmpty().MaximumLength(48);
            RuleFor(i => i.Amount).Must(a => a.Fen > 0).WithErrorCode("redemption.amount-out-of-range");
        }
    }
}
