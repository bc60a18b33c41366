using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Gifts;

/// <summary>What gifts and their rules are called on pages.</summary>
internal static class GiftWords
{
    public static string Of(this ITexts texts, GiftRuleState state) => texts["redemption.gift-rule-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, GiftState state) => texts["redemption.gift-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, GiftReason reason) => texts["redemption.gift-reason." + EnumCode.Of(reason)];

    /// <summary>For what members get it, in a few words: a month's spend of ¥500 or more.</summary>
    public static string Why(this ITexts texts, GiftTerms terms, Func<string, string> tier) => terms.Reason switch
    {
        GiftReason.MonthSpend => texts.Format("redemption.gift-why.monthSpend", Figures.Yuan(terms.Spend!.Value)),
        GiftReason.Tier => texts.Format("redemption.gift-why.tier", NameList.Join(terms.Tiers.Select(tier))),
        GiftReason.Anniversary when terms.Years is { } years =>
            texts.Format("redemption.gift-why.years", Figures.Whole(years)),
        _ => texts["redemption.gift-why." + EnumCode.Of(terms.Reason)],
    };

    /// <summary>When they have it: at once, or within how long.</summary>
    public static string When(this ITexts texts, ClaimWindow? claim) => claim switch
    {
        { Days: { } days } => texts.Format("redemption.gift-when.days", Figures.Whole(days)),
        { DayOfNextMonth: { } day } => texts.Format("redemption.gift-when.next-month", Figures.Whole(day)),
        _ => texts["redemption.gift-when.at-once"],
    };

    /// <summary>What of a gift could not be given, and why.</summary>
    public static string Refused(this ITexts texts, string refusal, IEnumerable<string> missing)
    {
        var names = NameList.Join(missing);
        var why = texts.Format("refusal." + refusal, [("definition", names)]);
        return why.Contains(names, StringComparison.Ordinal) ? why : texts.Format("redemption.gifts.missing-why", names, why);
    }

    public static Tone Tone(this GiftRuleState state) => state switch
    {
        GiftRuleState.Active => RetailMember.Pages.Display.Tone.Success,
        GiftRuleState.Draft => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this GiftState state) => state switch
    {
        GiftState.Earned => RetailMember.Pages.Display.Tone.Warning,
        GiftState.Given => RetailMember.Pages.Display.Tone.Success,
        GiftState.Failed => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };
}
