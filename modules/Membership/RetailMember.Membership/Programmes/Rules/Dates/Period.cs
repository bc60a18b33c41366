namespace RetailMember.Membership.Programmes;

/// <summary>Days in the brand's time zone, both ends inclusive.</summary>
internal readonly record struct Period(DateOnly First, DateOnly Last)
{
    public static Period Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    public bool IsEndless => Last == DateOnly.MaxValue;

    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>The period of this kind that <paramref name="day"/> lies in.</summary>
    /// <param name="joinedOn">Where card years start; the other kinds do not look at it.</param>
    public static Period At(QualificationPeriod kind, DateOnly day, DateOnly joinedOn) => kind switch
    {
        QualificationPeriod.Lifetime => Always,
        QualificationPeriod.CalendarMonth => Months(day, 1),
        QualificationPeriod.CalendarQuarter => Months(day, 3),
        QualificationPeriod.CalendarHalfYear => Months(day, 6),
        QualificationPeriod.CalendarYear => Months(day, 12),
        QualificationPeriod.CardYear => CardYear(day, joinedOn),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Period Months(DateOnly day, int length)
    {
        var first = new DateOnly(day.Year, (day.Month - 1) / length * length + 1, 1);
        return new(first, first.AddMonths(length).AddDays(-1));
    }

    // Counted from the first card day each time, so that 29 February comes back in leap years.
    private static Period CardYear(DateOnly day, DateOnly joinedOn)
    {
        var years = day.Year - joinedOn.Year;
        if (joinedOn.AddYears(years) > day)
            years--;
        return new(joinedOn.AddYears(years), joinedOn.AddYears(years + 1).AddDays(-1));
    }
}
