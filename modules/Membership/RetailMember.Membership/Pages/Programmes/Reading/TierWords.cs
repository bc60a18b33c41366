using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>The ladder of tiers in words.</summary>
internal static class TierWords
{
    /// <summary>What leads to the tier.</summary>
    public static string Entry(this ProgrammeWords words, TierSet set, Tier tier)
    {
        if (tier.Qualification is not { } qualification)
            return words.Sentence(tier.Rank == set.Tiers.Min(t => t.Rank) ? "tier.on-joining" : "tier.granted-only");
        var goals = qualification.Goals.Select(words.Goal);
        return string.Join(words.Sentence(qualification.Match == QualificationMatch.All ? "and" : "or"), goals);
    }

    public static IEnumerable<string> Policy(this ProgrammeWords words, TierSet set)
    {
        yield return words.Sentence("period." + EnumCode.Of(set.Period));
        if (set.Period != QualificationPeriod.Lifetime)
        {
            yield return words.Sentence("downgrade." + EnumCode.Of(set.Downgrade));
            if (set.GrantedTiersEnd) yield return words.Sentence("tier.granted-end");
            if (set.Downgrade != DowngradePolicy.None) yield return words.Sentence("tier.warned", set.WarnDaysBeforePeriodEnd);
        }

        if (set.ResetOnPromotion) yield return words.Sentence("tier.reset-on-promotion");
        yield return words.Sentence(set.DemoteOnRefund ? "tier.demote-on-refund" : "tier.keep-on-refund");
    }

    private static string Goal(this ProgrammeWords words, QualificationGoal goal)
    {
        var threshold = goal.Metric == TierMetric.Spend
            ? words.Sentence("yuan", ProgrammeWords.Yuan(goal.Threshold))
            : ProgrammeWords.Plain(goal.Threshold);
        return words.Sentence("goal." + EnumCode.Of(goal.Bound), words.Texts.Of(goal.Metric), threshold);
    }
}
