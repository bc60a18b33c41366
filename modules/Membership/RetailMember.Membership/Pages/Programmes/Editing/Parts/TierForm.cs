using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

internal enum EntryWay
{
    /// <summary>The lowest tier, or one that is only ever granted.</summary>
    None,
    All,
    Any,
}

/// <summary>A tier as its form has it.</summary>
internal sealed record TierForm
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }
    public int Rank { get; init; }

    /// <summary>Per cent of the list price that the tier pays.</summary>
    public decimal PayRate { get; init; } = 100;

    public decimal PointsCoefficient { get; init; } = 1;
    public EntryWay Entry { get; init; }
    public IReadOnlyDictionary<TierMetric, GoalForm> Goals { get; init; } = new Dictionary<TierMetric, GoalForm>();
}

/// <param name="Threshold">Yuan for spend, otherwise a count; nothing where the metric does not matter.</param>
internal sealed record GoalForm(decimal? Threshold = null, ThresholdBound Bound = ThresholdBound.AtLeast);
