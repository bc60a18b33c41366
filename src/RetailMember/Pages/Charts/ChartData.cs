namespace RetailMember.Pages.Charts;

public enum ChartKind
{
    Line,
    Area,
    Bar,

    /// <summary>Bars of all series on top of each other.</summary>
    StackedBar,

    /// <summary>Bars from left to right, for long labels and ranks.</summary>
    HorizontalBar,

    /// <summary>The same with all series in one bar.</summary>
    StackedHorizontalBar,

    /// <summary>Shares of a whole; the first series alone.</summary>
    Doughnut,
}

/// <summary>What a chart shows, and its table for who does not see it.</summary>
/// <param name="Labels">One per value of each series: months, tiers, stores.</param>
public sealed record ChartData(ChartKind Kind, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    public bool Empty => Labels.Count == 0 || Series.All(s => s.Values.All(v => v is null or 0));
}

/// <param name="Values">Null leaves a gap.</param>
/// <param name="Unit">Decides how a value is written.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, ChartUnit Unit = ChartUnit.Number)
{
    /// <summary>Drawn as a line over bars.</summary>
    public bool AsLine { get; init; }

    /// <summary>Measured on an axis of its own at the right.</summary>
    public bool OnRight { get; init; }
}

public enum ChartUnit
{
    /// <summary>Points, pieces, people.</summary>
    Number,

    /// <summary>Values in yuan.</summary>
    Yuan,

    /// <summary>Values as shares of one.</summary>
    Percent,
}
