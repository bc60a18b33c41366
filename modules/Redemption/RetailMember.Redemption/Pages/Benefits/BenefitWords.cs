using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Pages.Catalogue;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Benefits;

/// <summary>What benefits and their terms are called on pages.</summary>
internal static class BenefitWords
{
    public static string Of(this ITexts texts, GrantState state) => texts["redemption.grant-state." + EnumCode.Of(state)];

    /// <summary>Who has it: gold and diamond members to whom it was granted.</summary>
    public static string Who(this ITexts texts, BenefitShare share, BenefitNames names)
    {
        var group = share.Tiers.Count == 0 ? texts["redemption.benefits.everybody"] : NameList.Join(share.Tiers.Select(names.Tier));
        if (share.Tags.Count > 0) group = texts.Format("redemption.benefits.tags-of", group, NameList.Join(share.Tags.Select(names.Tag)));
        if (share.Granted) group = texts.Format("redemption.benefits.granted-of", group);
        return share.Condition is { } condition
            ? texts.Format("redemption.benefits.condition-of", group, texts.OfCondition(condition))
            : group;
    }

    /// <summary>How often, such as twice each month.</summary>
    public static string HowOften(this ITexts texts, int? most, LimitPeriod period) => most is { } times
        ? texts.Format("redemption.benefits.times", texts.Of(period), Figures.Whole(times))
        : texts["redemption.benefits.any-time"];

    /// <summary>What a member still has of the present period.</summary>
    public static string Left(this ITexts texts, FindMemberBenefits.Row benefit) => benefit.Left is { } left
        ? texts.Format(
            "redemption.benefits.left." + EnumCode.Of(benefit.Period), Figures.Whole(left), Figures.Whole(benefit.Most!.Value))
        : texts["redemption.benefits.any-time"];

    /// <summary>A period as counters name it, in words where it has no end.</summary>
    public static string PeriodName(this ITexts texts, string period) =>
        period == Quota.Ever ? texts["redemption.period.ever"] : period;

    public static Tone Tone(this GrantState state) => state switch
    {
        GrantState.Standing => RetailMember.Pages.Display.Tone.Success,
        GrantState.Ahead => RetailMember.Pages.Display.Tone.Info,
        GrantState.Revoked => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };
}
