namespace RetailMember.Testing.Shop;

/// <summary>A clock that stands still until it is set, in times of Shanghai.</summary>
public sealed class SettableClock(DateTime utc) : TimeProvider
{
    private DateTime now = utc;

    public override DateTimeOffset GetUtcNow() => new(now);

    /// <summary>A wall-clock time in Shanghai, noon where none is given.</summary>
    public void Set(string day, string time = "12:00:00") => now = DateTime.SpecifyKind(
        DateTime.ParseExact($"{day} {time}", "yyyy-MM-dd HH:mm:ss", null).AddHours(-8), DateTimeKind.Utc);
}
