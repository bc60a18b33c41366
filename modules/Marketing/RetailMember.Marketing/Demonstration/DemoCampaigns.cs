using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Membership;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Marketing.Demonstration;

/// <summary>How far a campaign of the demonstration has come.</summary>
internal enum DemoFate
{
    Draft,
    Approved,
    Scheduled,

    /// <summary>Sent off today: the provider has told of some of its messages.</summary>
    Running,
    Paused,

    /// <summary>The packages were used up before all had theirs.</summary>
    Unpaid,
    Finished,

    /// <summary>Finished, with too many messages that did not arrive.</summary>
    Alarming,
    OverBudget,
    Stopped,
}

/// <param name="DaysAgo">When it began.</param>
internal sealed record DemoCampaign(string Code, DemoFate Fate, int DaysAgo, MessageCampaignTerms Terms)
{
    /// <summary>Its messages are going.</summary>
    public bool IsOfToday => Fate is DemoFate.Running or DemoFate.Unpaid;
}

/// <summary>The segments and campaigns of a demonstration brand.</summary>
internal static class DemoCampaigns
{
    private const string Everybody = "everybody";
    private const string Buyers = "buyers-30";
    private const string Sleepers = "sleepers-60";
    private const string Best = "best-tiers";
    private const string BirthMonth = "birthday-soon";

    /// <param name="tiers">Of the programme in force, the lowest first.</param>
    public static IEnumerable<(string Code, SegmentTerms Terms)> Segments(IReadOnlyList<MemberTier> tiers)
    {
        yield return (Everybody, Of("全部会员", "All members"));
        yield return (Buyers, Of(
            "近30天消费满100元", "Spent 100 yuan in 30 days", ("membership.spend", [("days", "30"), ("atLeast", "100")])));
        yield return (Sleepers, Of("60天未消费", "No purchase in 60 days", ("membership.days-since-purchase", [("atLeast", "60")])));
        yield return (BirthMonth, Of("未来30天生日", "Birthday within 30 days", ("membership.birthday", [("days", "30")])));
        if (tiers.Count > 1)
            yield return (Best, Of(
                "高等级且有积分", "Higher tiers with points",
                ("membership.tier", [.. tiers.Skip(1).Select(t => ("oneOf", t.Code))]), ("membership.points", [("atLeast", "1")])));
    }

    /// <summary>The brand that has bought too few messages.</summary>
    public const int ShortBrand = 0;

    /// <summary>The brand that shows them all; the others have what is usual.</summary>
    private const int FullBrand = 1;

    /// <param name="brand">Its place among the brands.</param>
    /// <param name="today">Of the brand.</param>
    /// <param name="voucher">Of the brand's catalogue.</param>
    public static IEnumerable<DemoCampaign> Of(int brand, DateOnly today, string? voucher) => brand switch
    {
        ShortBrand => Short(today),
        FullBrand => All(today, voucher),
        _ => All(today, voucher).Where(c => c.Fate is DemoFate.Finished or DemoFate.Scheduled or DemoFate.Draft),
    };

    /// <summary>One in every state.</summary>
    private static IEnumerable<DemoCampaign> All(DateOnly today, string? voucher) =>
    [
        new("member-care", DemoFate.Finished, 40,
            Terms("member-care", "会员关怀月", "Month of care", CampaignPurpose.Care, Everybody) with
            {
                HoldOutPercent = 20, MarginPercent = 35, Voucher = voucher,
            }),
        new("anniversary", DemoFate.Alarming, 20,
            Terms("anniversary", "店庆问候", "Anniversary of the store", CampaignPurpose.Festival, Everybody) with
            {
                HoldOutPercent = 10, MarginPercent = 35, ResultDays = 14,
            }),
        new("buyers-thanks", DemoFate.OverBudget, 12,
            Terms("buyers-thanks", "老客答谢", "Thanks to buyers", CampaignPurpose.Promotion, Buyers) with
            {
                MostMessages = 8,
            }),
        new("storm-warning", DemoFate.Stopped, 6,
            Terms("storm-warning", "暴雨提醒", "Storm warning", CampaignPurpose.Warning, Everybody)),
        new("season-change", DemoFate.Running, 0,
            Terms(DemoTemplates.Promotion, "换季上新", "New season", CampaignPurpose.Season, Buyers) with
            {
                HoldOutPercent = 10, MarginPercent = 35, Budget = Money.FromYuan(20m),
            }),
        new("double-points", DemoFate.Paused, 0,
            Terms("double-points", "双倍积分周", "Double points week", CampaignPurpose.Promotion, Best)),
        new("weekend-sale", DemoFate.Scheduled, 0,
            Terms("weekend-sale", "周末特惠", "Weekend sale", CampaignPurpose.Promotion, Everybody) with
            {
                StartsAt = today.AddDays(3).ToDateTime(new TimeOnly(10, 0)), HoldOutPercent = 10, MarginPercent = 35,
            }),
        new("welcome-back", DemoFate.Approved, 0,
            Terms("welcome-back", "回归有礼", "Welcome back", CampaignPurpose.Care, Sleepers) with { Voucher = voucher }),
        new("birthday-month", DemoFate.Draft, 0,
            Terms("birthday-month", "生日月礼遇", "Birthday month", CampaignPurpose.Birthday, BirthMonth)),
    ];

    /// <summary>Those of a brand whose packages are used up.</summary>
    private static IEnumerable<DemoCampaign> Short(DateOnly today) =>
    [
        .. All(today, voucher: null).Where(c => c.Fate is DemoFate.Finished or DemoFate.Draft),
        new("season-change", DemoFate.Unpaid, 0,
            Terms(DemoTemplates.Promotion, "换季上新", "New season", CampaignPurpose.Season, Everybody)),
    ];

    private static MessageCampaignTerms Terms(
        string template, string chinese, string english, CampaignPurpose purpose, string segment) => new()
    {
        Name = new LocalName(chinese, english), Purpose = purpose, Segment = segment, Template = template,
    };

    private static SegmentTerms Of(string chinese, string english, params (string Kind, (string, string)[] Values)[] conditions) => new()
    {
        Name = new LocalName(chinese, english),
        Members = new SegmentGroup
        {
            Conditions =
            [
                .. conditions.Select(c => new SegmentCondition(c.Kind) { Values = MemberCondition.Of(c.Kind, c.Values).Values }),
            ],
        },
    };
}
