namespace RetailMember.Membership.Programmes.Replay;

/// <summary>What a replay found, as it is kept.</summary>
internal sealed record ReplayFigures
{
    public required long Members { get; init; }

    public required ReplaySums Total { get; init; }

    public required IReadOnlyList<OfMonth> ByMonth { get; init; }

    public required IReadOnlyList<OfStore> ByStore { get; init; }

    /// <summary>By the tier that the books say the receipt was judged with.</summary>
    public required IReadOnlyList<OfTier> ByTier { get; init; }

    public required IReadOnlyList<Move> Moves { get; init; }

    public required IReadOnlyList<Change> Changes { get; init; }

    public required long Gainers { get; init; }

    public required long Losers { get; init; }

    public required int PointsPerYuan { get; init; }

    public required int ReplayedPointsPerYuan { get; init; }

    public required ReplayControl Control { get; init; }

    /// <param name="Month">Its first day.</param>
    internal sealed record OfMonth(DateOnly Month, ReplaySums Sums);

    internal sealed record OfStore(int StoreId, ReplaySums Sums);

    internal sealed record OfTier(string Tier, ReplaySums Sums);

    /// <param name="From">The tier held at the end of the window.</param>
    /// <param name="To">The tier that would be held then.</param>
    internal sealed record Move(string From, string To, long Members);

    /// <param name="From">Points; null: any less.</param>
    /// <param name="To">Points; null: any more.</param>
    internal sealed record Change(long? From, long? To, long Members);
}
