using RetailMember.Membership.Programmes;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

public class MultiplierTests
{
    private static long Points(Condition when, string day, string tier = "ordinary", DateOnly? birthday = null) =>
        With(four => four with { Multipliers = [Double("double", when)] })
            .Evaluate(Member(tier, birthday: birthday), On(day, Paid(100_00))).Points;

    [Theory]
    [InlineData("2026-06-18", 200)]
    [InlineData("2026-06-17", 100)]
    [Trait("Req", "CORE-23")]
    public void The_member_day_doubles_points(string day, long points) =>
        Points(new() { DayOfMonth = 18 }, day).ShouldBe(points);

    [Theory]
    [InlineData("2026-02-28", 200)]
    [InlineData("2026-04-30", 200)]
    [InlineData("2026-05-30", 100)]
    [InlineData("2026-05-31", 200)]
    [Trait("Req", "CORE-23")]
    public void A_member_day_that_a_month_does_not_have_is_its_last_day(string day, long points) =>
        Points(new() { DayOfMonth = 31 }, day).ShouldBe(points);

    [Fact]
    [Trait("Req", "CORE-24")]
    public void Of_several_multipliers_the_highest_wins_and_they_do_not_multiply()
    {
        var programme = With(four => four with
        {
            Multipliers =
            [
                Double("weekly", new() { Weekdays = [DayOfWeek.Wednesday] }),
                Double("member-day", new() { DayOfMonth = 18 }),
                Double("small", new(), factor: 1.5m),
            ],
        });

        programme.Evaluate(Member("ordinary"), On("2026-03-18", Paid(100_00))).Points.ShouldBe(200);
        programme.Evaluate(Member("ordinary"), On("2026-03-19", Paid(100_00))).Points.ShouldBe(150);
    }

    [Theory]
    [InlineData("gold", 200)]
    [InlineData("silver", 100)]
    [Trait("Req", "CORE-22")]
    public void The_birthday_month_doubles_for_the_tiers_named(string tier, long points) =>
        Points(new() { BirthdayMonth = true, Tiers = ["gold", "diamond"] }, "2026-05-03", tier, new(1990, 5, 20))
            .ShouldBe(points);

    [Fact]
    [Trait("Req", "CORE-22")]
    public void Without_a_known_birthday_no_birthday_rule_holds() =>
        Points(new() { BirthdayMonth = true }, "2026-05-03").ShouldBe(100);

    [Theory]
    [InlineData("2026-09-30", 100)]
    [InlineData("2026-10-01", 200)]
    [InlineData("2026-10-07", 200)]
    [InlineData("2026-10-08", 100)]
    public void A_window_holds_from_its_first_through_its_last_day(string day, long points) =>
        Points(new() { From = new(2026, 10, 1), Until = new(2026, 10, 7) }, day).ShouldBe(points);

    [Fact]
    public void A_condition_of_stores_holds_in_them_alone()
    {
        Points(new() { Stores = ["s1"] }, "2026-03-02").ShouldBe(200);
        Points(new() { Stores = ["s2"] }, "2026-03-02").ShouldBe(100);
    }

    [Fact]
    [Trait("Req", "CORE-06")]
    public void The_multiplier_counts_before_the_rounding() =>
        With(four => four with { Multipliers = [Double("double", new())] })
            .Evaluate(Member("ordinary"), Receipt(Paid(99_90))).Points.ShouldBe(199);
}
