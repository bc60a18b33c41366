namespace RetailMember.Bench.Measurements;

internal static class AllMeasurements
{
    private static readonly IMeasurement[] All =
    [
        new Start(),
        new Purchases(),
        new HotMembers(),
        new Redemptions(),
        new BulkIssue(),
        new LookUps(),
        new WarmUp(),
        new PurchasesOnSqlite(),
        new LongAccount(),
        new LargeDatabase(),
        new Imports(),
        new Replays(),
        new SegmentCounts(),
        new Kills(),
        new MessageKills(),
        new Races(),
    ];

    /// <summary>Those that fill the named rows; all of them when none is named.</summary>
    public static IEnumerable<IMeasurement> Filling(IReadOnlyList<string> rows)
    {
        var unknown = rows.Where(r => !All.Any(m => m.Rows.Any(own => Names(r, own)))).ToList();
        if (unknown.Count > 0)
            throw new ArgumentException($"There is no row {string.Join(", ", unknown)}.", nameof(rows));
        return All.Where(m => rows.Count == 0 || m.Rows.Any(own => rows.Any(r => Names(r, own))));
    }

    // P15 names P15a to P15c.
    private static bool Names(string given, string own) =>
        own.Equals(given, StringComparison.OrdinalIgnoreCase)
        || own.TrimEnd('a', 'b', 'c').Equals(given, StringComparison.OrdinalIgnoreCase);
}
