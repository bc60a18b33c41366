using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Pages.Charts;
using RetailMember.Texts;
using RetailMember.Values;
using Shade = RetailMember.Pages.Display.Tone;

namespace RetailMember.Marketing.Pages.Campaigns;

/// <summary>Campaigns in words, colours and charts.</summary>
internal static class CampaignWords
{
    public const string States = "marketing.campaign.state.";
    public const string Purposes = "marketing.campaign.purpose.";

    public static string Of(this ITexts texts, CampaignView campaign) =>
        texts[campaign switch
        {
            { AwaitsConditions: true } => "marketing.campaign.awaits-conditions",
            { AwaitsPackage: true } => "marketing.campaign.awaits-package",
            { State: MessageCampaignState.Stopped, EndedFor: RecipientState.OverBudget } => "marketing.campaign.stopped-by-budget",
            { EndedFor: RecipientState.WordsWithdrawn } => "marketing.campaign.stopped-by-words",
            { EndedFor: RecipientState.VoucherEnded } => "marketing.campaign.stopped-by-voucher",
            { EndedFor: RecipientState.TooFew } => "marketing.campaign.stopped-too-few",
            { EndedFor: RecipientState.SensitiveVoucher } => "marketing.campaign.stopped-sensitive-voucher",
            _ => States + EnumCode.Of(campaign.State),
        }];

    public static string Of(this ITexts texts, CampaignPurpose purpose) => texts[Purposes + EnumCode.Of(purpose)];

    public static string Of(this ITexts texts, RecipientState state) => texts["marketing.campaign.member." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, SendingHours hours) =>
        texts.Format("marketing.campaign.hours-of-day", hours.From, hours.Until);

    public static string Of(this ITexts texts, ForecastMessageCampaign.LeftOut left) => left switch
    {
        { Reason: { } reason } => texts.Of(reason)!,
        { State: RecipientState.OverBudget } => texts["marketing.campaign.beyond-most"],
        _ => texts.Of(left.State),
    };

    public static Shade Tone(this CampaignView campaign) => campaign.State switch
    {
        _ when campaign.AwaitsPackage || campaign.AwaitsConditions => Shade.Warning,
        MessageCampaignState.Running => Shade.Success,
        MessageCampaignState.Paused or MessageCampaignState.Approved => Shade.Warning,
        MessageCampaignState.Stopped => Shade.Danger,
        MessageCampaignState.Scheduled => Shade.Info,
        _ => Shade.Neutral,
    };

    /// <summary>Members by what was decided of them; whose message was left out at the hand-over does not wait in the queue.</summary>
    public static ChartData Decisions(this ITexts texts, ReadMessageCampaign.Result read)
    {
        var skipped = read.Tallies.Where(t => t.State == MessageState.Skipped).Sum(t => t.MessageCount);
        var parts = read.Decisions.Select(d => (
                Name: texts.Of(d.State), Members: d.State == RecipientState.Queued ? Math.Max(0, d.Members - skipped) : d.Members))
            .Append((Name: texts["marketing.campaign.message.skipped"], Members: skipped)).Where(p => p.Members > 0).ToList();
        return new(
            ChartKind.Doughnut, [.. parts.Select(p => p.Name)],
            [new(texts["marketing.campaign.members"], [.. parts.Select(p => (decimal?)p.Members)])]);
    }

    /// <summary>Messages by what became of them.</summary>
    public static ChartData Messages(this ITexts texts, ReadMessageCampaign.Result read)
    {
        var byState = read.Tallies.GroupBy(m => m.State).OrderBy(g => g.Key).ToList();
        return new(
            ChartKind.HorizontalBar,
            [.. byState.Select(g => texts["marketing.campaign.message." + EnumCode.Of(g.Key)])],
            [new(texts["marketing.campaign.messages"], [.. byState.Select(g => (decimal?)g.Sum(m => m.MessageCount))])]);
    }

    /// <summary>Messages that did not arrive, by their reason, most first.</summary>
    public static IEnumerable<(string Reason, long Messages)> Reasons(this ITexts texts, ReadMessageCampaign.Result read) =>
        read.Tallies.Where(t => t.Reason is not null).GroupBy(t => t.Reason)
            .Select(g => (texts.Of(g.Key)!, g.Sum(t => t.MessageCount))).OrderByDescending(r => r.Item2);

    /// <summary>Yuan that a member spent, of those who were written to and those who were not.</summary>
    public static ChartData Sales(this ITexts texts, Outcomes outcomes) => new(
        ChartKind.Bar,
        [texts["marketing.campaign.written"], texts["marketing.campaign.held-out"]],
        [
            new(
                texts["marketing.campaign.per-member"],
                [
                    PerMember(outcomes.WrittenSales, outcomes.Written),
                    PerMember(outcomes.HeldOutSales, outcomes.HeldOut),
                ],
                ChartUnit.Yuan),
        ]);

    private static decimal? PerMember(Money? sales, long? members) => members is > 0 and { } some ? sales?.Yuan / some : null;
}
