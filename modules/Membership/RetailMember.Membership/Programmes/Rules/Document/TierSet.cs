namespace RetailMember.Membership.Programmes;

/// <summary>The ladder of tiers, and how long what a member did counts for it.</summary>
internal sealed record TierSet
{
    public required IReadOnlyList<Tier> Tiers { get; init; }
    public QualificationPeriod Period { get; init; } = QualificationPeriod.Lifetime;

    /// <summary>What happens at the end of a period to a member who did not qualify again.</summary>
    public DowngradePolicy Downgrade { get; init; } = DowngradePolicy.None;

    /// <summary>Promotion with reset: the metrics start from nothing again at the promotion.</summary>
    public bool ResetOnPromotion { get; init; }

    /// <summary>A refund that undoes what a promotion was reached with undoes the promotion too.</summary>
    public bool DemoteOnRefund { get; init; } = true;

    /// <summary>
    /// Tiers that are only ever granted end with the period as well, such as a card of one year; otherwise they have no end.
    /// </summary>
    public bool GrantedTiersEnd { get; init; }

    /// <summary>How many days before the end of a period a threatened member is warned.</summary>
    public int WarnDaysBeforePeriodEnd { get; init; } = 60;
}

/// <summary>A tier is data: its names, what leads to it, and what it is worth at the till.</summary>
internal sealed record Tier
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }

    /// <summary>Higher is better; the lowest is where every member starts.</summary>
    public required int Rank { get; init; }

    /// <summary>Null on the lowest tier, and on a tier that is only ever granted (by staff or a campaign).</summary>
    public Qualification? Qualification { get; init; }

    /// <summary>The share of the list price that this tier pays: 0.9 is 9折.</summary>
    public decimal PayRate { get; init; } = 1m;

    /// <summary>How much faster points grow in this tier.</summary>
    public decimal PointsCoefficient { get; init; } = 1m;
}

internal sealed record Qualification(QualificationMatch Match, IReadOnlyList<QualificationGoal> Goals);

/// <param name="Threshold">In the metric's own unit: fen for spend, otherwise a count.</param>
internal sealed record QualificationGoal(
    TierMetric Metric,
    long Threshold,
    ThresholdBound Bound = ThresholdBound.AtLeast)
{
    /// <summary>The smallest whole value that meets the goal.</summary>
    public long Needed => Bound == ThresholdBound.Above ? Threshold + 1 : Threshold;
}

internal enum QualificationMatch { All, Any }

internal enum TierMetric { Spend, Purchases, Growth, PointsEarned, Participation }

internal enum ThresholdBound { AtLeast, Above }

internal enum QualificationPeriod { Lifetime, CalendarMonth, CalendarQuarter, CalendarHalfYear, CalendarYear, CardYear }

internal enum DowngradePolicy { None, OneStep, ToQualifying }
