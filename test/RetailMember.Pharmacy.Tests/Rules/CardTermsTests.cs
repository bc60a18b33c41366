using System.Globalization;
using RetailMember.Pharmacy.Rules;

namespace RetailMember.Pharmacy.Tests.Rules;

public sealed class CardTermsTests
{
    private readonly GoldTerms gold = new();
    private readonly DiamondTerms diamond = new();

    [Theory, Trait("Req", "PH-01"), InlineData(1_199, false), InlineData(1_200, true), InlineData(700, false), InlineData(600, false)]
    public void One_quarter_alone_makes_gold(long points, bool reached) => gold.IsReached(points).ShouldBe(reached);

    [Fact, Trait("Req", "PH-01")]
    public void Quarters_of_this_year_count_and_the_last_one_of_the_year_before_where_the_brand_says_so()
    {
        var day = new DateOnly(2026, 5, 4);
        gold.Behind(day).ShouldBe([new Quarter(2026, 2), new Quarter(2026, 1)]);
        (gold with { LastQuarterCountsForNextYear = true }).Behind(day)
            .ShouldBe([new Quarter(2026, 2), new Quarter(2026, 1), new Quarter(2025, 4)]);
    }

    [Theory, Trait("Req", "PH-05")]
    [InlineData(true, 4_980, 0, false), InlineData(true, 5_005, 0, true), InlineData(false, 5_000, 0, false)]
    [InlineData(true, 4_900, 100, true), InlineData(true, 4_899, 100, false)]
    public void Diamond_is_for_gold_with_enough_points_of_the_year(bool isGold, long bought, long toppedUp, bool reached) =>
        diamond.IsReached(isGold, bought, toppedUp).ShouldBe(reached);

    [Fact, Trait("Req", "PH-05")]
    public void Points_of_member_days_count_only_where_the_brand_says_so() =>
        (diamond with { TopUpsCount = false }).IsReached(gold: true, 4_900, 100).ShouldBeFalse();

    [Theory, Trait("Req", "PH-01")]
    [InlineData("2026-01-01", 1, "2026-01-01", "2026-03-31"), InlineData("2026-06-30", 2, "2026-04-01", "2026-06-30")]
    [InlineData("2024-02-29", 1, "2024-01-01", "2024-03-31"), InlineData("2026-12-31", 4, "2026-10-01", "2026-12-31")]
    public void Quarters_are_natural_ones(string day, int number, string first, string last)
    {
        var quarter = Quarter.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        quarter.Number.ShouldBe(number);
        var days = (DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture));
        (quarter.First, quarter.Last).ShouldBe(days);
    }
}
