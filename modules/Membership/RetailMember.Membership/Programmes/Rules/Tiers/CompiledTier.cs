using RetailMember.Values;

namespace RetailMember.Membership.Programmes;

/// <summary>A tier made ready for the till: position on the ladder, exact rates.</summary>
internal sealed class CompiledTier(Tier tier, int step)
{
    private readonly QualificationGoal[] goals = [.. tier.Qualification?.Goals ?? []];
    private readonly bool any = tier.Qualification?.Match == QualificationMatch.Any;

    public string Code { get; } = tier.Code;
    public LocalName Name { get; } = tier.Name;

    /// <summary>0 = where every member starts.</summary>
    public int Step { get; } = step;

    public PayRate PayRate { get; } = PayRate.From(tier.PayRate);
    public Factor PointsCoefficient { get; } = Factor.From(tier.PointsCoefficient);

    /// <summary>False on the lowest tier and on one that is only ever granted.</summary>
    public bool CanBeReached => goals.Length > 0;

    public QualificationMatch Match => any ? QualificationMatch.Any : QualificationMatch.All;

    public ReadOnlySpan<QualificationGoal> Goals => goals;

    public bool IsReachedBy(in TierMetrics metrics)
    {
        foreach (var goal in goals)
        {
            var met = metrics[goal.Metric] >= goal.Needed;
            if (met == any)
                return any;
        }
        return goals.Length > 0 && !any;
    }
}
