using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>How far a member is on the way to the next tier, and which tier he will have after the running period.</summary>
/// <param name="NextTier">Absent on the highest tier that can be reached.</param>
/// <param name="PeriodEnd">Last day of the running qualification period; absent where it is a lifetime.</param>
/// <param name="Projected">The tier after that day if nothing more is bought; absent where the period has no end.</param>
/// <param name="ExtendedUntil">Last day to which points have extended the tier; absent where that is not beyond the period.</param>
internal sealed record TierProgress(TierProgress.Step? NextTier, DateOnly? PeriodEnd, TierName? Projected, DateOnly? ExtendedUntil)
{
    /// <summary>The tier above where no figures lead to any: it is given by grant. Absent on the highest of all.</summary>
    public TierName? NextByGrant { get; init; }

    /// <param name="member">Brought into the period of <paramref name="today"/> already.</param>
    public static TierProgress Of(Member member, Programme programme, DateOnly today, string language)
    {
        var ladder = programme.Ladder;
        var held = ladder.Held(member.Tier, member.Metrics);
        var period = ladder.PeriodAt(today, member.JoinedOn);
        var next = Step.Of(ladder.Next(held, member.Metrics), language);
        var granted = next is null && held.Step + 1 < ladder.Tiers.Count ? ladder.Tiers[held.Step + 1] : null;
        var progress = new TierProgress(next, null, null, null)
        {
            NextByGrant = granted is null ? null : new TierName(granted.Code, granted.Name.In(language)),
        };
        if (period.IsEndless) return progress;
        var projected = QualificationPeriods.Reviewed(member, ladder, period);
        return progress with
        {
            PeriodEnd = period.Last,
            Projected = new TierName(projected.Code, projected.Name.In(language)),
            ExtendedUntil = member.Extended is { } extended && extended.Until > period.Last ? extended.Until : null,
        };
    }

    /// <param name="Match">Whether all goals are needed, or any one is enough.</param>
    /// <param name="Percent">0 to 100, by the goal that decides.</param>
    internal sealed record Step(TierName Tier, QualificationMatch Match, int Percent, IReadOnlyList<Goal> Goals)
    {
        public static Step? Of(NextTier? next, string language) => next is null
            ? null
            : new Step(
                new TierName(next.Tier.Code, next.Tier.Name.In(language)),
                next.Match,
                next.Percent,
                [.. next.Goals.Select(Goal.Of)]);
    }

    /// <summary>Spend in yuan; everything else is a count.</summary>
    internal sealed record Goal(TierMetric Metric, decimal Reached, decimal Needed, decimal Missing)
    {
        public static Goal Of(GoalGap gap)
        {
            var unit = gap.Metric == TierMetric.Spend ? 100m : 1m;
            return new Goal(gap.Metric, gap.Reached / unit, gap.Needed / unit, gap.Missing / unit);
        }
    }
}
