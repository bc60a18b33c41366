using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>
/// Shows a voucher's code in full, to be printed or read out. Every look stands in the audit trail, and a use by the code
/// afterwards names who saw it last.
/// </summary>
[Needs(RedemptionPermissions.RevealVouchers)]
internal sealed class RevealVoucher(VoucherShelf shelf, IRows rows) : UseCase<RevealVoucher.Input, RevealVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var voucher = await shelf.FindAsync(input.Voucher, cancel);
        VoucherPassing.RefuseUnlessOpen(voucher, call);
        await rows.DiscloseAsync(voucher, call, cancel);
        return new Result(voucher.Id, voucher.Code);
    }

    internal sealed record Input(Guid Voucher) : IInput<Result>;

    internal sealed record Result(Guid Voucher, string Code);
}
