using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>A voucher as staff reads it.</summary>
/// <param name="MaskedCode">The last group of its code.</param>
/// <param name="FaceValue">Yuan; 0 for a percentage.</param>
/// <param name="RemainingValue">Yuan that it still holds.</param>
/// <param name="State">One whose last day is over is expired, whether the nightly job has been here or not.</param>
/// <param name="ExpiresOn">Last day of use.</param>
/// <param name="Transferable">Its holder may pass it on, as long as nothing of it is used.</param>
internal sealed record VoucherView(
    Guid Voucher,
    string Definition,
    LocalName Name,
    string MaskedCode,
    Money FaceValue,
    Money RemainingValue,
    VoucherState State,
    DateOnly ValidFrom,
    DateOnly ExpiresOn,
    DateTime IssuedAt,
    bool Transferable)
{
    public static VoucherView Of(Voucher voucher, KnownDefinition definition, DateOnly today)
    {
        var lapsed = voucher.State is VoucherState.Issued or VoucherState.PartlyUsed && voucher.ExpiresOn < today;
        return new VoucherView(
            voucher.Id, definition.Code, definition.Terms.Name, SecretCode.Mask(voucher.Code), new Money(voucher.FaceFen),
            new Money(lapsed ? 0 : voucher.RemainingFen), lapsed ? VoucherState.Expired : voucher.State, voucher.ValidFrom,
            voucher.ExpiresOn, voucher.IssuedAt, definition.Terms.Transferable);
    }
}
