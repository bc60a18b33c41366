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

    public TierMetrics Minus(in TierMetrics other) => checked(new TierMetrics
    {
        SpendFen = SpendFen - other.SpendFen,
        Purchases = Purchases - other.Purchases,
        Growth = Growth - other.Growth,
        PointsEarned = PointsEarned - other.PointsEarned,
        Participation = Participation - other.Participation,
    });
}
