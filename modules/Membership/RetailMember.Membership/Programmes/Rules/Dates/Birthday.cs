namespace RetailMember.Membership.Programmes;

internal static class Birthday
{
    /// <summary>Who was born on 29 February celebrates on the 28th in years without one.</summary>
    public static bool IsOn(DateOnly born, DateOnly day) =>
        born.Month == day.Month
        && Math.Min(born.Day, DateTime.DaysInMonth(day.Year, day.Month)) == day.Day;

    /// <summary>Month and day of birth of those who celebrate on this day.</summary>
    public static IEnumerable<(int Month, int Day)> BornFor(DateOnly day)
    {
        yield return (day.Month, day.Day);
        if (day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year)) yield return (2, 29);
    }

    public static bool IsInMonth(DateOnly born, DateOnly day) => born.Month == day.Month;
}
