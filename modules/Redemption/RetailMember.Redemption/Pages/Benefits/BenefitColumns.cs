using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Benefits;

/// <summary>The columns of exported lists of benefits.</summary>
internal static class BenefitColumns
{
    public static IReadOnlyList<ExportColumn<FindBenefits.Row>> Benefits(ITexts texts, BenefitNames names) =>
    [
        new(texts["redemption.vouchers.code"], b => b.Benefit.Benefit),
        new(texts["redemption.vouchers.name"], b => texts.In(b.Benefit.Terms.Name)),
        new(texts["redemption.benefits.shares"], b => string.Join("; ", Shares(texts, b.Benefit, names))),
        new(texts["redemption.first-day"], b => b.Benefit.Terms.From),
        new(texts["redemption.last-day"], b => b.Benefit.Terms.To),
        new(texts["redemption.vouchers.stores"], b => NameList.Join(b.Benefit.Terms.Stores)),
        new(texts["redemption.benefits.voucher"], b => b.Benefit.Terms.Voucher is { } code ? names.Voucher(code) : null),
        new(texts["redemption.benefits.uses"], b => b.Uses),
        new(texts["redemption.vouchers.state"], b => texts[StateOf(b.Benefit)]),
    ];

    public static IReadOnlyList<ExportColumn<FindBenefitUses.Row>> Uses(
        ITexts texts, IReadOnlyDictionary<string, string> stores) =>
    [
        new(texts["redemption.benefits.at"], u => u.At),
        new(texts["redemption.orders.member"], u => u.MemberNo),
        new(texts["redemption.benefits.period"], u => texts.PeriodName(u.Period)),
        new(texts["redemption.orders.store"], u => u.StoreCode is { } code ? stores.GetValueOrDefault(code, code) : null),
        new(texts["redemption.gifts.moved-by"], u => texts.OfOperator(u.Operator)),
        new(texts["redemption.benefits.taken-back"], u => u.Reversal?.Reason),
    ];

    public static IReadOnlyList<ExportColumn<FindBenefitGrants.Row>> Grants(ITexts texts) =>
    [
        new(texts["redemption.orders.member"], g => g.MemberNo),
        new(texts["redemption.first-day"], g => g.From),
        new(texts["redemption.last-day"], g => g.To),
        new(texts["redemption.reason"], g => g.Reason),
        new(texts["redemption.vouchers.state"], g => texts.Of(g.State)),
        new(texts["redemption.gifts.moved"], g => g.MovedAt),
        new(texts["redemption.gifts.moved-by"], g => texts.OfOperator(g.MovedBy)),
    ];

    /// <summary>Each share in words.</summary>
    public static IEnumerable<string> Shares(ITexts texts, BenefitView benefit, BenefitNames names) =>
        benefit.Terms.Shares.Select(s => texts.Format(
            "redemption.benefits.share", texts.Who(s, names), texts.HowOften(s.Most, benefit.Terms.Period)));

    public static string StateOf(BenefitView benefit) =>
        benefit.Withdrawn ? "redemption.benefits.withdrawn" : "redemption.benefits.active";
}
