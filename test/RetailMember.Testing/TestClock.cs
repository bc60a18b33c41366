namespace RetailMember.Testing;

/// <summary>
/// A calendar that stands still until it is told to move. Timers go on in real time, so that what waits a second in the
/// background still wakes.
/// </summary>
public sealed class TestClock(DateTime utc) : TimeProvider
{
    private readonly Lock turn = new();
    private DateTimeOffset now = new(utc, TimeSpan.Zero);

    /// <summary>Wednesday, 18 June 2025, ten in the morning in Shanghai.</summary>
    public static DateTime Morning { get; } = new(2025, 6, 18, 2, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow()
    {
        lock (turn) return now;
    }

    public void Advance(TimeSpan by)
    {
        lock (turn) now += by;
    }

    public void Set(DateTime utc)
    {
        lock (turn) now = new DateTimeOffset(utc, TimeSpan.Zero);
    }
}
