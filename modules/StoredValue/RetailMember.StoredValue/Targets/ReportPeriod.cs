namespace RetailMember.StoredValue.Targets;

/// <summary>Into what a report divides its days.</summary>
internal enum ReportPeriod
{
    Day,

    /// <summary>From Monday.</summary>
    Week,
    Month,
    Year,
}

/// <summary>By what a report puts sales together.</summary>
internal enum ReportBy
{
    Person,
    Area,
    Store,
    Channel,
}

internal static class ReportPeriods
{
    /// <summary>The first day of the period that a day lies in.</summary>
    public static DateOnly StartOf(this ReportPeriod period, DateOnly day) => period switch
    {
        ReportPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        ReportPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        ReportPeriod.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    };

    /// <summary>The first day after the period that a day lies in.</summary>
    public static DateOnly EndOf(this ReportPeriod period, DateOnly day) => period switch
    {
        ReportPeriod.Week => period.StartOf(day).AddDays(7),
        ReportPeriod.Month => period.StartOf(day).AddMonths(1),
        ReportPeriod.Year => period.StartOf(day).AddYears(1),
        _ => day.AddDays(1),
    };
}
