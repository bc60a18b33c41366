using System.Text.Json;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>A replay as people see it in a list.</summary>
/// <param name="From">First business day of the window.</param>
/// <param name="To">Last business day of the window.</param>
/// <param name="Progress">Share of the members looked at, 0 to 100.</param>
/// <param name="Changed">The version's document is another one now: what was found is of an older draft.</param>
/// <param name="Fault">The code of what stopped it.</param>
/// <param name="Headline">Left out until it is done.</param>
internal sealed record ReplayView(
    Guid Replay,
    int Version,
    DateOnly From,
    DateOnly To,
    ReplayState State,
    int Progress,
    bool Changed,
    string RequestedBy,
    DateTime RequestedAt,
    DateTime? StartedAt,
    DateTime? EndedAt,
    string? Fault,
    ReplayHeadline? Headline)
{
    internal bool IsMoving => State is ReplayState.Queued or ReplayState.Running or ReplayState.Cancelling;

    internal bool CanBeCancelled => State is ReplayState.Queued or ReplayState.Running or ReplayState.Interrupted;

    /// <param name="documentHash">Of the version's document as it is now.</param>
    /// <param name="now">UTC.</param>
    public static ReplayView Of(ProgrammeReplay replay, string documentHash, DateTime now) => new(
        replay.Id,
        replay.Number,
        replay.From,
        replay.To,
        replay.IsSilentAt(now) ? ReplayState.Interrupted : replay.State,
        replay.State == ReplayState.Done ? 100
            : replay.Total == 0 ? 0
            : (int)Math.Min(99, replay.Done * 100 / replay.Total),
        replay.DocumentHash != documentHash,
        replay.RequestedBy,
        replay.RequestedAt,
        replay.StartedAt,
        replay.EndedAt,
        replay.Fault,
        FiguresOf(replay) is { } figures ? ReplayHeadline.Of(figures) : null);

    public static ReplayFigures? FiguresOf(ProgrammeReplay replay) =>
        replay.Figures is null ? null : JsonSerializer.Deserialize<ReplayFigures>(replay.Figures, Json.Options);
}

/// <summary>What a version would have cost and changed, in a few numbers.</summary>
/// <param name="Points">Granted in the window and not due back by its refunds.</param>
/// <param name="ReplayedPoints">The same under the version.</param>
/// <param name="ValueChange">Yuan that the points are worth more; less than nothing where they are worth less.</param>
/// <param name="DiscountChange">Yuan that members would have saved more on what the programme prices.</param>
/// <param name="TierMoves">Members who would hold another tier at the end of the window.</param>
/// <param name="Gainers">Members for whom points and discount together would be worth more.</param>
internal sealed record ReplayHeadline(
    long Receipts,
    long Members,
    long Points,
    long ReplayedPoints,
    Money ValueChange,
    Money DiscountChange,
    long TierMoves,
    long Gainers,
    long Losers)
{
    public long PointsChange => ReplayedPoints - Points;

    public static ReplayHeadline Of(ReplayFigures figures)
    {
        var sums = ReplaySumsView.Of(figures.Total, figures);
        return new ReplayHeadline(
            sums.Receipts, figures.Members, sums.Points, sums.ReplayedPoints, sums.ReplayedValue - sums.Value,
            sums.ReplayedDiscount - sums.Discount, figures.Moves.Where(m => m.From != m.To).Sum(m => m.Members),
            figures.Gainers, figures.Losers);
    }
}

/// <summary>Sums as people read them: points and growth in whole numbers, money in yuan.</summary>
/// <param name="Paid">What the books say was paid.</param>
/// <param name="Granted">Points as the receipts granted them.</param>
/// <param name="Points">Of them, what the refunds of the window were not due to take back.</param>
/// <param name="Value">Yuan that <paramref name="Points"/> pay for, by the version in force.</param>
/// <param name="ReplayedValue">Yuan that <paramref name="ReplayedPoints"/> pay for, by the version replayed.</param>
/// <param name="Discount">Yuan below list price, where the till left the price to the programme.</param>
internal sealed record ReplaySumsView(
    long Receipts,
    Money Paid,
    Money ReplayedPaid,
    long Granted,
    long ReplayedGranted,
    long Points,
    long ReplayedPoints,
    Money Value,
    Money ReplayedValue,
    long Growth,
    long ReplayedGrowth,
    Money Discount,
    Money ReplayedDiscount)
{
    public static ReplaySumsView Of(ReplaySums sums, ReplayFigures figures) => new(
        sums.Receipts,
        new Money(sums.PaidFen),
        new Money(sums.ReplayedPaidFen),
        sums.Points,
        sums.ReplayedPoints,
        sums.PointsKept,
        sums.ReplayedPointsKept,
        new Money(ReplaySums.FenOf(sums.PointsKept, figures.PointsPerYuan)),
        new Money(ReplaySums.FenOf(sums.ReplayedPointsKept, figures.ReplayedPointsPerYuan)),
        sums.Growth,
        sums.ReplayedGrowth,
        new Money(sums.DiscountFen),
        new Money(sums.ReplayedDiscountFen));
}
