namespace RetailMember.Membership.Programmes;

/// <summary>
/// "One year" as the trade counts it: from the start day through the day before the anniversary. The anniversary of
/// 29 February is the 28th in a year that has no 29th.
/// </summary>
internal static class OneYear
{
    public static DateOnly LastDay(DateOnly start, int years = 1) => start.AddYears(years).AddDays(-1);

    /// <summary>The same count in months: 12 months are one year.</summary>
    public static DateOnly LastDayOfMonths(DateOnly start, int months) => start.AddMonths(months).AddDays(-1);
}
