namespace RetailMember.Bench;

/// <summary>How large a run is. Ratios hold for any size; the documented rows use the defaults.</summary>
internal sealed record BenchOptions
{
    /// <summary>Ids of the rows to measure, such as P1; all of them when empty.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    public int Rounds { get; init; } = 3;

    /// <summary>Length of one measurement within a round.</summary>
    public int Seconds { get; init; } = 8;

    public int Members { get; init; } = 100_000;

    /// <summary>pgbench's scale: 100,000 accounts each.</summary>
    public int Scale { get; init; } = 50;

    /// <summary>Of pgbench's queries: simple (its default), extended or prepared.</summary>
    public string Protocol { get; init; } = "simple";

    /// <summary>Purchases that the large database of P11 holds, ten a member.</summary>
    public int LargePurchases { get; init; } = 1_000_000;

    /// <summary>Entries of the long account of P10.</summary>
    public int LongAccount { get; init; } = 100_000;

    /// <summary>Rows of the import files of P6 and P7.</summary>
    public int ImportRows { get; init; } = 200_000;

    /// <summary>Kills of the host, and as many of the database server.</summary>
    public int Kills { get; init; } = 25;

    public int Races { get; init; } = 100;

    /// <summary>Members of the campaign of R11.</summary>
    public int Messages { get; init; } = 1_000_000;

    /// <summary>Members of P9, each with ten purchases.</summary>
    public int Segment { get; init; } = 1_000_000;

    /// <summary>A published host; made from the source beside the bench when it is not given.</summary>
    public string? Host { get; init; }

    public bool Json { get; init; }

    /// <summary>Leaves databases and logs where they are.</summary>
    public bool Keep { get; init; }

    /// <summary>For a first look: short, small, and too coarse to be quoted.</summary>
    public BenchOptions Quick() => this with
    {
        Rounds = 1,
        Seconds = 3,
        Members = 5_000,
        Scale = 5,
        LargePurchases = 50_000,
        LongAccount = 5_000,
        ImportRows = 10_000,
        Kills = 2,
        Races = 10,
        Messages = 5_000,
        Segment = 20_000,
    };
}
