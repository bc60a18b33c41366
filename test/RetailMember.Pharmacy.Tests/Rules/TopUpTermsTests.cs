using System.Globalization;
using RetailMember.Pharmacy.Rules;

namespace RetailMember.Pharmacy.Tests.Rules;

[Trait("Req", "PH-03")]
public sealed class TopUpTermsTests
{
    private readonly TopUpTerms terms = new();

    [Theory]
    [InlineData(1_399, 0), InlineData(1_400, 100), InlineData(1_499, 1), InlineData(1_500, 0)]
    [InlineData(1_799, 0), InlineData(1_800, 200), InlineData(1_999, 1)]
    [InlineData(2_699, 0), InlineData(2_700, 300), InlineData(3_600, 400), InlineData(4_000, 0), InlineData(4_499, 0)]
    [InlineData(4_500, 500), InlineData(4_999, 1), InlineData(5_000, 0), InlineData(5_200, 0), InlineData(5_499, 0)]
    [InlineData(5_500, 500), InlineData(6_500, 500), InlineData(9_499, 0), InlineData(9_500, 500), InlineData(9_999, 1)]
    [InlineData(10_000, 0), InlineData(12_500, 0), InlineData(12_700, 0), InlineData(0, 0), InlineData(-200, 0)]
    public void A_balance_is_filled_up_as_the_table_says(long balance, long granted) =>
        terms.PointsFor(balance).ShouldBe(granted);

    [Theory]
    [InlineData(0, 1_400), InlineData(1_399, 1_400), InlineData(1_400, 1_400), InlineData(1_500, 1_800)]
    [InlineData(4_000, 4_500), InlineData(5_000, 5_500), InlineData(5_700, 5_700), InlineData(9_000, 9_500)]
    public void The_next_balance_that_is_filled_up_can_be_told(long balance, long next) =>
        terms.NextThreshold(balance).ShouldBe(next);

    [Theory, InlineData(10_000), InlineData(12_500)]
    public void Beyond_the_last_one_nothing_is_ahead(long balance) => terms.NextThreshold(balance).ShouldBeNull();

    [Fact]
    public void Whatever_is_said_to_be_next_is_filled_up_and_nothing_between_is()
    {
        for (long balance = 0; balance < 10_000; balance++)
        {
            var next = terms.NextThreshold(balance);
            if (next is null) continue;
            terms.PointsFor(next.Value).ShouldBeGreaterThan(0, $"{balance}");
            for (var between = balance; between < next; between++) terms.PointsFor(between).ShouldBe(0, $"{between}");
        }
    }

    [Theory]
    [InlineData(18, "2026-05-18", true), InlineData(18, "2026-05-17", false)]
    [InlineData(31, "2026-02-28", true), InlineData(31, "2026-02-27", false), InlineData(31, "2026-04-30", true)]
    public void The_member_day_is_once_a_month(int dayOfMonth, string day, bool expected) =>
        (terms with { DayOfMonth = dayOfMonth }).IsMemberDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Fact]
    public void The_next_member_day_may_be_in_another_month() =>
        terms.NextMemberDay(new DateOnly(2026, 5, 19)).ShouldBe(new DateOnly(2026, 6, 18));
}
