using RetailMember.Membership.Purchases;
using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Till;

/// <summary>What a receipt calls what paid it.</summary>
internal static class TenderWords
{
    public static string Tender(this ITexts texts, PaidTender tender) =>
        texts.Tender(tender.Kind, tender.Title ?? tender.Name, tender.Points);

    public static string Tender(this ITexts texts, TenderBack back) => texts.Tender(back.Kind, back.Title ?? back.Name, back.Points);

    /// <summary>Beside one line of many: how many points there were in all would mislead.</summary>
    public static string ShareOf(this ITexts texts, PaidTender tender) =>
        tender.Kind == PointsTender.Kind ? texts["membership.till.points-money"] : texts.Tender(tender);

    private static string Tender(this ITexts texts, string kind, string title, long points) => kind switch
    {
        PointsTender.Kind => texts.Format("membership.tender.points", Figures.Whole(points)),
        ExternalTender.Kind => texts.Format("membership.tender.external", title),
        "voucher" => texts.Format("membership.tender.voucher", title),
        _ => title,
    };
}
