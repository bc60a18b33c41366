namespace RetailMember.Membership.Programmes;

/// <summary>When points become usable and when they die.</summary>
/// <param name="UsableFrom">First day on which they can be spent.</param>
/// <param name="ExpiresOn">Last day on which they can be spent; null = never.</param>
internal readonly record struct LotDates(DateOnly UsableFrom, DateOnly? ExpiresOn)
{
    public bool IsUsableOn(DateOnly day) => UsableFrom <= day && (ExpiresOn is not { } last || day <= last);

    public static LotDates For(ExpiryPolicy expiry, int pendingDays, DateOnly earnedOn, DateOnly joinedOn)
    {
        var usableFrom = earnedOn.AddDays(pendingDays);
        return new(usableFrom, expiry.Kind switch
        {
            ExpiryKind.Never => null,
            ExpiryKind.RollingFromEarn => OneYear.LastDayOfMonths(earnedOn, expiry.Months),
            // Judged by the first usable day: points that wake after the reset belong to the new year.
            ExpiryKind.AnniversaryReset => YearEnd(QualificationPeriod.CardYear),
            ExpiryKind.CalendarReset => YearEnd(QualificationPeriod.CalendarYear),
            _ => throw new ArgumentOutOfRangeException(nameof(expiry), expiry.Kind, null),
        });

        DateOnly YearEnd(QualificationPeriod year) =>
            Period.At(year, usableFrom, joinedOn).Last.AddDays(expiry.SettlementDays);
    }
}
