using System.Globalization;
using System.Text.Json;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Campaigns.Pages.Shared;

/// <summary>What lists of values are called on pages.</summary>
internal static class Words
{
    /// <summary>As addresses and forms write it.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The values of an enum to choose from, each with its text.</summary>
    /// <param name="texts">Of the request.</param>
    /// <param name="family">Beginning of the texts' keys, with its dot.</param>
    public static IReadOnlyList<Choice> Choices<T>(this ITexts texts, string family)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Code).Select(code => new Choice(code, texts[family + code]))];

    public static string In(this ITexts texts, LocalName name) => name.In(texts.Language);

    public static string Of(this ITexts texts, CampaignKind kind) => texts["campaigns.kind." + Code(kind)];

    public static string Of(this ITexts texts, CampaignState state) => texts["campaigns.state." + Code(state)];

    public static string Of(this ITexts texts, CampaignVersionState state) => texts["campaigns.version-state." + Code(state)];

    public static string Of(this ITexts texts, AwardState state) => texts["campaigns.award-state." + Code(state)];

    public static string Of(this ITexts texts, AwardRole role) => texts["campaigns.role." + Code(role)];

    public static string Of(this ITexts texts, ReferralState state) => texts["campaigns.referral-state." + Code(state)];

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

    /// <summary>What a prize is made of, in a few words.</summary>
    public static string Of(this ITexts texts, Prize prize)
    {
        var parts = new List<string>();
        if (prize.Points > 0) parts.Add(texts.Format("campaigns.prize.points-of", Figures.Whole(prize.Points)));
        if (prize.Growth > 0) parts.Add(texts.Format("campaigns.prize.growth-of", Figures.Whole(prize.Growth)));
        parts.AddRange(prize.Vouchers.Select(v => texts.Format("campaigns.prize.voucher-of", v)));
        parts.AddRange(prize.Rewards.Select(r => texts.Format("campaigns.prize.reward-of", r)));
        if (prize.TierCode is { } tier) parts.Add(texts.Format("campaigns.prize.tier-of", tier));
        if (prize.Benefit is { } benefit) parts.Add(texts.Format("campaigns.prize.benefit-of", benefit));
        return parts.Count == 0 ? Figures.Dash : string.Join(" + ", parts);
    }

    public static string Days(this ITexts texts, CampaignTerms terms) => terms.To is { } to
        ? Day(terms.From) + " – " + Day(to)
        : texts.Format("campaigns.from-day", Day(terms.From));

    /// <summary>Names as people type them, between commas of any kind.</summary>
    public static IReadOnlyList<string> Split(string? names) =>
        names?.Split([',', '，', '、', ';', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static string Join(IEnumerable<string> names) => string.Join(", ", names);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
