using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>Shows a member the code of a voucher of his, for the till to scan. Every look stands in the audit trail.</summary>
[OwnMember]
internal sealed class ShowOwnVoucher(VoucherShelf shelf) : UseCase<ShowOwnVoucher.Input, RevealVoucher.Result>
{
    protected override async Task<RevealVoucher.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var voucher = await shelf.FindOwnAsync(input.Voucher, call, cancel);
        VoucherPassing.RefuseUnlessOpen(voucher, call);
        return new RevealVoucher.Result(voucher.Id, voucher.Code);
    }

    internal sealed record Input(Guid Voucher) : IInput<RevealVoucher.Result>;
}
