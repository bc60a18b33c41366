namespace RetailMember.Membership.Programmes;

/// <summary>What a member has done in the running qualification period. Spend is in fen; the rest are counts.</summary>
internal readonly record struct TierMetrics
{
    public long SpendFen { get; init; }
    public long Purchases { get; init; }
    public long Growth { get; init; }
    public long PointsEarned { get; init; }
    public long Participation { get; init; }

    public long this[TierMetric metric] => metric switch
    {
        TierMetric.Spend => SpendFen,
        TierMetric.Purchases => Purchases,
        TierMetric.Growth => Growth,
        TierMetric.PointsEarned => PointsEarned,
        TierMetric.Participation => Participation,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    public TierMetrics Plus(in TierMetrics other) => checked(new TierMetrics
    {
        SpendFen = SpendFen + other.SpendFen,
        Purchases = Purchases + other.Purchases,
        Growth = Growth + other.Growth,
        PointsEarned = PointsEarned + other.PointsEarned,
        Participation = Participation + other.Participation,
    });

    /// <summary>Each metric, or zero where it is below.</summary>
    public TierMetrics OrNothing() => new()
    {
        SpendFen = Math.Max(0, SpendFen),
        Purchases = Math.Max(0, Purchases),
        Growth = Math.Max(0, Growth),
        PointsEarned = Math.Max(0, PointsEarned),
        Participation = Math.Max(0, Participation),
    };

    public TierMetrics Minus(in TierMetrics other) => checked(new TierMetrics
    {
        SpendFen = SpendFen - other.SpendFen,
        Purchases = Purchases - other.Purchases,
        Growth = Growth - other.Growth,
        PointsEarned = PointsEarned - other.PointsEarned,
        Participation = Participation - other.Participation,
    });
}
