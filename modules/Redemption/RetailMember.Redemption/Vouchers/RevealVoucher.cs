using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>
/// Shows a voucher's code in full, to be printed or read out. It changes nothing, but is a command all the same: every look
/// stands in the audit trail.
/// </summary>
[Needs(RedemptionPermissions.RevealVouchers)]
internal sealed class RevealVoucher(VoucherShelf shelf) : UseCase<RevealVoucher.Input, RevealVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var voucher = await shelf.FindAsync(input.Voucher, cancel);
        return new Result(voucher.Id, voucher.Code);
    }

    internal sealed record Input(Guid Voucher) : IInput<Result>;

    internal sealed record Result(Guid Voucher, string Code);
}
