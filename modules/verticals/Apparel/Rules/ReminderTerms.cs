namespace RetailMember.Apparel.Rules;

/// <summary>When members hear how far the next rung is, and what waits for them.</summary>
internal sealed record ReminderTerms
{
    /// <summary>Days of the month; one that the month does not have is its last.</summary>
    public IReadOnlyList<int> Days { get; init; } = [25];

    /// <summary>Whoever misses more points than this is left in peace.</summary>
    public long MostMissing { get; init; } = 500;

    /// <summary>Who has not claimed a rung hears of it so many days before its last day; 0: never.</summary>
    public int ClaimDaysBefore { get; init; } = 3;

    /// <summary>Months in which a season begins, on their first day; empty: members are told of none.</summary>
    public IReadOnlyList<int> SeasonMonths { get; init; } = [3, 6, 9, 12];

    /// <summary>The first day of the season that a day is in; null where there are no seasons.</summary>
    public DateOnly? SeasonBefore(DateOnly day) =>
        Enumerable.Range(0, 12).Select(back => new DateOnly(day.Year, day.Month, 1).AddMonths(-back))
            .Where(month => SeasonMonths.Contains(month.Month)).Select(month => (DateOnly?)month).FirstOrDefault();

    public bool IsDue(DateOnly day) =>
        Days.Any(d => Math.Min(d, DateTime.DaysInMonth(day.Year, day.Month)) == day.Day);

    /// <summary>What he is told; null where there is nothing to tell.</summary>
    public LadderGap? For(LadderTerms ladder, long points) =>
        points > 0 && ladder.NextAfter(points) is { } next && next.Points - points <= MostMissing
            ? new LadderGap(points, next.Points - points, next)
            : null;
}

/// <param name="Points">Of the month so far.</param>
/// <param name="Missing">Points to the next rung.</param>
internal sealed record LadderGap(long Points, long Missing, LadderRung Next);
