using RetailMember.Pages.Export;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>The columns of exported lists of vouchers.</summary>
internal static class VoucherColumns
{
    public static IReadOnlyList<ExportColumn<FindVoucherDefinitions.Row>> Definitions(ITexts texts) =>
    [
        new(texts["redemption.vouchers.code"], r => r.Definition.Definition),
        new(texts["redemption.vouchers.name"], r => r.Definition.Terms.Name.In(texts.Language)),
        new(texts["redemption.vouchers.state"], r => texts.Of(r.Definition.State)),
        new(texts["redemption.vouchers.worth"], r => texts.Worth(r.Definition.Terms)),
        new(texts["redemption.vouchers.validity"], r => texts.Span(r.Definition.Terms.Validity)),
        new(texts["redemption.funnel.issued"], r => r.Issued),
        new(texts["redemption.funnel.used"], r => r.Used),
        new(texts["redemption.funnel.expired"], r => r.Expired),
        new(texts["redemption.funnel.revoked"], r => r.Revoked),
        new(texts["redemption.funnel.given-away"], r => r.GivenAway),
    ];

    public static IReadOnlyList<ExportColumn<Redemption.Vouchers.FindIssuedVouchers.Row>> Issued(ITexts texts) =>
    [
        new(texts["redemption.voucher.code"], r => r.Voucher.MaskedCode),
        new(texts["redemption.voucher.member"], r => r.MemberNo),
        new(texts["redemption.vouchers.state"], r => texts.Of(r.Voucher.State)),
        new(texts["redemption.voucher.face"], r => r.Voucher.FaceValue),
        new(texts["redemption.voucher.remaining"], r => r.Voucher.RemainingValue),
        new(texts["redemption.voucher.from"], r => r.Voucher.ValidFrom),
        new(texts["redemption.voucher.to"], r => r.Voucher.ExpiresOn),
        new(texts["redemption.voucher.issued"], r => r.Voucher.IssuedAt),
    ];
}
