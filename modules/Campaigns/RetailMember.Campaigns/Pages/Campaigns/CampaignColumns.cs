using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Campaigns.Pages.Campaigns;

/// <summary>The columns of exported lists of campaigns and awards.</summary>
internal static class CampaignColumns
{
    public static IReadOnlyList<ExportColumn<CampaignView>> Campaigns(ITexts texts) =>
    [
        new(texts["campaigns.code"], c => c.Campaign),
        new(texts["campaigns.name"], c => texts.In(c.Terms.Name)),
        new(texts["campaigns.kind"], c => texts.Of(c.Kind)),
        new(texts["campaigns.state"], c => texts.Of(c.State)),
        new(texts["campaigns.days"], c => texts.Days(c.Terms)),
        new(texts["campaigns.budget-points"], c => c.BudgetPoints),
        new(texts["campaigns.points-given"], c => c.SpentPoints),
        new(texts["campaigns.budget-awards"], c => c.BudgetAwards),
        new(texts["campaigns.awards-given"], c => c.SpentAwards),
    ];

    public static IReadOnlyList<ExportColumn<AwardView>> Awards(ITexts texts) =>
    [
        new(texts["campaigns.award.on"], a => a.BusinessDate),
        new(texts["campaigns.code"], a => a.Campaign),
        new(texts["campaigns.version"], a => a.Version),
        new(texts["campaigns.award.member"], a => a.MemberNo),
        new(texts["campaigns.award.role"], a => texts.Of(a.Role)),
        new(texts["campaigns.award.subject"], a => texts.SubjectOf(a)),
        new(texts["campaigns.award.note"], a => a.Note),
        new(texts["campaigns.award.points"], a => a.Points),
        new(texts["campaigns.award.points-taken"], a => a.PointsTaken),
        new(texts["campaigns.award.tier"], a => a.TierCode),
        new(texts["campaigns.award.vouchers"], a => a.VoucherCount),
        new(texts["campaigns.state"], a => texts.Of(a.State)),
        new(texts["campaigns.award.operator"], a => a.Operator),
        new(texts["campaigns.award.store"], a => a.StoreCode),
    ];
}
