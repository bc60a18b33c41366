using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Pages.Display;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <summary>Says what is missing to the next tier.</summary>
internal static class GapWords
{
    public static string Gap(this ITexts texts, TierProgress.Goal goal) => goal.Missing == 0
        ? texts.Format("membership.member.goal-met", texts.Of(goal.Metric))
        : texts.Format(
            "membership.member.goal", texts.Of(goal.Metric), Written(goal, goal.Missing), Written(goal, goal.Reached),
            Written(goal, goal.Needed));

    private static string Written(TierProgress.Goal goal, decimal value) =>
        goal.Metric == TierMetric.Spend ? Figures.Yuan(Money.FromYuan(value)) : Figures.Whole((long)value);
}
