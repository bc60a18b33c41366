using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Rules;

public class DateTests
{
    private static readonly DateOnly Joined = new(2025, 3, 10);

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);

    [Theory]
    [InlineData("2025-03-15", "2026-03-14")]
    [InlineData("2024-02-29", "2025-02-27")]
    [InlineData("2025-06-01", "2026-05-31")]
    [Trait("Req", "CORE-14")]
    public void One_year_lasts_through_the_day_before_the_anniversary(string start, string last)
    {
        OneYear.LastDay(Day(start)).ShouldBe(Day(last));
        OneYear.LastDayOfMonths(Day(start), 12).ShouldBe(Day(last));
    }

    [Fact]
    public void Two_years_from_the_card_date_end_the_day_before() =>
        OneYear.LastDay(Joined, years: 2).ShouldBe(new(2027, 3, 9));

    [Theory]
    [InlineData(nameof(QualificationPeriod.CalendarMonth), "2026-02-10", "2026-02-01", "2026-02-28")]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), "2026-09-30", "2026-07-01", "2026-09-30")]
    [InlineData(nameof(QualificationPeriod.CalendarHalfYear), "2026-07-01", "2026-07-01", "2026-12-31")]
    [InlineData(nameof(QualificationPeriod.CalendarYear), "2026-07-01", "2026-01-01", "2026-12-31")]
    [InlineData(nameof(QualificationPeriod.CardYear), "2026-03-09", "2025-03-10", "2026-03-09")]
    [InlineData(nameof(QualificationPeriod.CardYear), "2026-03-10", "2026-03-10", "2027-03-09")]
    [Trait("Req", "CORE-52")]
    public void A_period_has_its_calendars_bounds(string kind, string day, string first, string last) =>
        Period.At(Enum.Parse<QualificationPeriod>(kind), Day(day), Joined).ShouldBe(new(Day(first), Day(last)));

    [Fact]
    [Trait("Req", "CORE-52")]
    public void A_card_of_29_february_has_its_day_back_in_a_leap_year()
    {
        var joined = new DateOnly(2024, 2, 29);

        Period.At(QualificationPeriod.CardYear, new(2027, 6, 1), joined)
            .ShouldBe(new(new(2027, 2, 28), new(2028, 2, 28)));
        Period.At(QualificationPeriod.CardYear, new(2028, 6, 1), joined)
            .ShouldBe(new(new(2028, 2, 29), new(2029, 2, 27)));
    }

    [Fact]
    [Trait("Req", "CORE-45")]
    public void Pending_points_wake_after_the_days_of_waiting_and_their_year_runs_from_the_purchase()
    {
        var policy = new ExpiryPolicy { Kind = ExpiryKind.RollingFromEarn, Months = 12 };

        LotDates.For(policy, pendingDays: 7, new(2026, 5, 1), Joined).ShouldBe(new(new(2026, 5, 8), new(2027, 4, 30)));
    }

    [Theory]
    [InlineData(nameof(ExpiryKind.Never), 0, null)]
    [InlineData(nameof(ExpiryKind.RollingFromEarn), 0, "2026-11-30")]
    [InlineData(nameof(ExpiryKind.AnniversaryReset), 0, "2026-03-09")]
    [InlineData(nameof(ExpiryKind.AnniversaryReset), 30, "2026-04-08")]
    [InlineData(nameof(ExpiryKind.CalendarReset), 0, "2025-12-31")]
    [Trait("Req", "CORE-14")]
    public void Each_brand_has_its_own_end_of_points(string kind, int settlementDays, string? expiresOn)
    {
        var policy = new ExpiryPolicy { Kind = Enum.Parse<ExpiryKind>(kind), SettlementDays = settlementDays };

        LotDates.For(policy, pendingDays: 0, new(2025, 12, 1), Joined).ExpiresOn
            .ShouldBe(expiresOn is null ? null : Day(expiresOn));
    }

    [Fact]
    [Trait("Req", "CORE-45")]
    public void Points_that_wake_after_the_reset_belong_to_the_new_year() =>
        LotDates.For(new() { Kind = ExpiryKind.CalendarReset }, pendingDays: 7, new(2025, 12, 28), Joined)
            .ShouldBe(new(new(2026, 1, 4), new(2026, 12, 31)));
}
