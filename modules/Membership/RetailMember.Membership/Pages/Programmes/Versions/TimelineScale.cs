namespace RetailMember.Membership.Pages.Programmes.Versions;

/// <summary>
/// Where instants stand on a line of a thousand parts: from the first version on, or two years back where it is older
/// (a first version may reach back for decades), to a while after the last change to come.
/// </summary>
internal sealed record TimelineScale(DateTime From, DateTime Until, DateTime Now)
{
    public const int Parts = 1000;

    private const int LeastDaysBack = 90;
    private const int MostDaysBack = 730;
    private const int DaysAhead = 60;

    public static TimelineScale Of(IReadOnlyList<VersionWindow> windows, DateTime now)
    {
        var starts = windows.Select(w => w.From).OfType<DateTime>().ToList();
        var first = starts.DefaultIfEmpty(now).Min();
        var last = starts.DefaultIfEmpty(now).Max();
        var from = first < now.AddDays(-MostDaysBack) ? now.AddDays(-MostDaysBack) : first;
        return new TimelineScale(
            from > now.AddDays(-LeastDaysBack) ? now.AddDays(-LeastDaysBack) : from,
            (last > now ? last : now).AddDays(DaysAhead),
            now);
    }

    /// <param name="utc">Null is the open end.</param>
    public int PlaceOf(DateTime? utc) =>
        utc is { } at ? (int)Math.Clamp((at - From).Ticks * Parts / (Until - From).Ticks, 0, Parts) : Parts;
}
