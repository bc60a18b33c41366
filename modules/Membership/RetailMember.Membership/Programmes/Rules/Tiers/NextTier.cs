namespace RetailMember.Membership.Programmes;

/// <summary>The way to the next tier.</summary>
/// <param name="Match">Whether all goals are needed or any one is enough.</param>
internal sealed record NextTier(CompiledTier Tier, QualificationMatch Match, IReadOnlyList<GoalGap> Goals)
{
    public static NextTier Of(CompiledTier tier, in TierMetrics metrics)
    {
        var gaps = new GoalGap[tier.Goals.Length];
        for (var i = 0; i < gaps.Length; i++)
            gaps[i] = new(tier.Goals[i].Metric, metrics[tier.Goals[i].Metric], tier.Goals[i].Needed);
        return new(tier, tier.Match, gaps);
    }

    /// <summary>How far along the member is, 0 to 100, by the goal that decides.</summary>
    public int Percent =>
        Match == QualificationMatch.Any ? Goals.Max(gap => gap.Percent) : Goals.Min(gap => gap.Percent);
}

/// <param name="Needed">The smallest value that is enough, in the metric's unit (fen for spend).</param>
internal readonly record struct GoalGap(TierMetric Metric, long Reached, long Needed)
{
    public long Missing => Math.Max(0, Needed - Reached);

    public int Percent => Needed <= 0 ? 100 : (int)Int128.Clamp((Int128)Reached * 100 / Needed, 0, 100);
}
