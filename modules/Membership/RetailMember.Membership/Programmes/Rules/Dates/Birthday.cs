namespace RetailMember.Membership.Programmes;

internal static class Birthday
{
    /// <summary>Who was born on 29 February celebrates on the 28th in years without one.</summary>
    public static bool IsOn(DateOnly born, DateOnly day) =>
        born.Month == day.Month
        && Math.Min(born.Day, DateTime.DaysInMonth(day.Year, day.Month)) == day.Day;

    public static bool IsInMonth(DateOnly born, DateOnly day) => born.Month == day.Month;
}
