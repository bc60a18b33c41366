using RetailMember.Restaurant.Rules;
using RetailMember.Rules;
using RetailMember.Values;

namespace RetailMember.Restaurant.Tests;

/// <summary>The arithmetic of the same-day limit.</summary>
[Trait("Req", "RS-06")]
public sealed class HouseRulesTests
{
    [Theory]
    [InlineData(5_000_00, 0, 0, 2_499_99)]
    [InlineData(5_000_00, 0, 1_500_00, 999_99)]
    [InlineData(5_000_00, 0, 2_499_99, 0)]
    [InlineData(5_000_00, 1_000_00, 0, 3_499_99)]
    [InlineData(5_000_00, 0, 4_000_00, 0)]
    // Half of an odd fen: 2500.005 is not reached by 2500.00.
    [InlineData(5_000_01, 0, 0, 2_500_00)]
    [InlineData(1, 0, 0, 0)]
    public void A_card_pays_less_than_half_of_what_was_bought_that_day(long bought, long older, long spent, long most) =>
        HouseRules.Usual.MostThatDay(bought, older, spent).ShouldBe(most);

    [Fact]
    public void What_was_not_bought_that_day_is_not_limited() => HouseRules.Usual.MostThatDay(0, 500_00, 0).ShouldBeNull();

    [Fact]
    public void Without_a_part_there_is_no_limit() =>
        (HouseRules.Usual with { SameDayPerMille = null }).MostThatDay(5_000_00, 0, 0).ShouldBeNull();

    [Fact]
    public void The_usual_rules_prove_themselves() =>
        HouseRules.Usual.RunExamples().ShouldAllBe(run => run.Passed);

    [Fact]
    public void An_example_that_is_wrong_does_not_come_true()
    {
        var rules = HouseRules.Usual with { SameDayPerMille = 400 };
        var run = rules.RunExamples()[0];
        (run.Passed, run.MustBe, run.Is).ShouldBe((false, "2499.99", "1999.99"));
        new SameDayExample("二", new Money(100), Money.Zero, Money.Zero, new Money(39)).Run(rules).Passed.ShouldBeTrue();
    }
}
