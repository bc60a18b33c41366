using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Behaviours;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Campaigns.Pages.Shared;

/// <summary>What lists of values are called on pages.</summary>
internal static class Words
{
    public static string Of(this ITexts texts, CampaignKind kind) => texts["campaigns.kind." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, CampaignState state) => texts["campaigns.state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, CampaignVersionState state) => texts["campaigns.version-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, AwardState state) => texts["campaigns.award-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, AwardRole role) => texts["campaigns.role." + EnumCode.Of(role)];

    public static string Of(this ITexts texts, ReferralState state) => texts["campaigns.referral-state." + EnumCode.Of(state)];

    /// <summary>What an award is for: why content was rewarded in words, everything else as it is called.</summary>
    public static string? SubjectOf(this ITexts texts, AwardView award) =>
        award.Subject is { } subject && ContentReasons.All.Contains(subject) ? texts["campaigns.content-reason." + subject] : award.Subject;

    public static Tone Tone(this CampaignState state) => state switch
    {
        CampaignState.Active => RetailMember.Pages.Display.Tone.Success,
        CampaignState.Draft or CampaignState.Paused => RetailMember.Pages.Display.Tone.Warning,
        CampaignState.Spent => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this CampaignVersionState state) => state switch
    {
        CampaignVersionState.InForce => RetailMember.Pages.Display.Tone.Success,
        CampaignVersionState.Draft => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this ReferralState state) => state switch
    {
        ReferralState.Succeeded => RetailMember.Pages.Display.Tone.Success,
        ReferralState.Held => RetailMember.Pages.Display.Tone.Danger,
        ReferralState.Waiting => RetailMember.Pages.Display.Tone.Info,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static string Days(this ITexts texts, CampaignTerms terms) => texts.Days(terms.From, terms.To);

    public static string Days(this ITexts texts, DateOnly first, DateOnly? last) => last is { } to
        ? Figures.Day(first) + " – " + Figures.Day(to)
        : texts.Format("campaigns.from-day", Figures.Day(first));
}
