using RetailMember.Membership.Purchases;
using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Till;

/// <summary>What a receipt calls what paid it.</summary>
internal static class TenderWords
{
    public static string Tender(this ITexts texts, PaidTender tender) => texts.Tender(tender.Kind, tender.Name, tender.Points);

    public static string Tender(this ITexts texts, TenderBack back) => texts.Tender(back.Kind, back.Name, back.Points);

    private static string Tender(this ITexts texts, string kind, string name, long points) => kind switch
    {
        PointsTender.Kind => texts.Format("membership.tender.points", Figures.Whole(points)),
        ExternalTender.Kind => texts.Format("membership.tender.external", name),
        "voucher" => texts.Format("membership.tender.voucher", name),
        _ => name,
    };
}
