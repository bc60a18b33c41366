using FluentValidation;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Takes a voucher back with what it still holds.</summary>
[Needs(RedemptionPermissions.ManageVouchers)]
internal sealed class RevokeVoucher(VoucherShelf shelf, VoucherRevoker revoker)
    : UseCase<RevokeVoucher.Input, RevokeVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var voucher = await shelf.LockAsync(input.Voucher, cancel);
        var revocation = new VoucherRevocation(voucher.IssueKey, input.Reason, call.Occasion());
        var revoked = (await revoker.RevokeAsync([(voucher.Id, revocation)], cancel))[0];
        return revoked.Refusal is { } code
            ? throw new Refusal(code, RefusalKind.Conflict)
            : new Result(voucher.Id, new Money(revoked.TakenFen));
    }

    internal sealed record Input(Guid Voucher, string Reason) : IInput<Result>;

    /// <param name="Taken">Yuan that it still held; 0 for a percentage.</param>
    internal sealed record Result(Guid Voucher, Money Taken);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(64);
    }
}
