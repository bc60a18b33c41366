namespace RetailMember.Membership.Pages.Overview;

/// <summary>The days that the overview shows, and the same length before them to compare with.</summary>
internal sealed record OverviewWindow(string Range, DateOnly From, DateOnly To, DateOnly BeforeFrom)
{
    public const string Days = "30d";
    public const string Months = "12m";

    private const int DayCount = 30;
    private const int MonthCount = 12;

    public bool ByMonth => Range == Months;

    public DateOnly BeforeTo => From.AddDays(-1);

    /// <summary>The point of a chart that a day belongs to: itself, or its month.</summary>
    public string LabelOf(DateOnly day) =>
        ByMonth ? $"{day.Year}-{day.Month:00}" : $"{day.Month:00}-{day.Day:00}";

    /// <summary>The last thirty days, or the last twelve months with the running one.</summary>
    public static OverviewWindow Of(string? range, DateOnly today)
    {
        if (range != Months) return new(Days, today.AddDays(1 - DayCount), today, today.AddDays(1 - (2 * DayCount)));
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthCount);
        return new(Months, first, today, first.AddMonths(-MonthCount));
    }
}
