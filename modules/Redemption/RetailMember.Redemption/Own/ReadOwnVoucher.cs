using RetailMember.Brands;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>A voucher of the member who asks.</summary>
[OwnMember]
internal sealed class ReadOwnVoucher(VoucherShelf shelf, DefinitionShelf definitions)
    : Query<ReadOwnVoucher.Input, VoucherView>
{
    protected override async Task<VoucherView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var voucher = await shelf.FindOwnAsync(input.Voucher, call, cancel);
        var definition = (await definitions.OfIdsAsync([voucher.DefinitionId], cancel)).Single();
        return VoucherView.Of(voucher, definition, call.RequiredBrand.DateOf(call.At));
    }

    internal sealed record Input(Guid Voucher) : IInput<VoucherView>;
}
