using RetailMember.Membership.Programmes;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

public class PriceTests
{
    private static readonly Condition Birthday = new() { Birthday = true };
    private static readonly Condition MemberDay = new() { DayOfMonth = 18 };

    private static readonly Programme Benefits = With(four => four with
    {
        PriceBenefits = [Price("birthday", 0.85m, Birthday), Price("member-day", 0.8m, MemberDay)],
    });

    [Theory]
    [InlineData("ordinary", 190_00)]
    [InlineData("silver", 180_00)]
    [InlineData("gold", 170_00)]
    [InlineData("diamond", 160_00)]
    [Trait("Req", "CORE-19")]
    public void Each_tier_has_its_discount(string tier, long pay) =>
        Benefits.Evaluate(Member(tier), Receipt(List(200_00))).PayFen.ShouldBe(pay);

    [Theory]
    [InlineData("ordinary", "2026-05-20", 85_00)]
    [InlineData("ordinary", "2026-05-21", 95_00)]
    [InlineData("diamond", "2026-05-20", 80_00)]
    [InlineData("gold", "2026-05-18", 80_00)]
    [Trait("Req", "CORE-22"), Trait("Req", "CORE-23"), Trait("Req", "CORE-25")]
    public void The_best_price_applies_and_prices_do_not_stack(string tier, string day, long pay)
    {
        var member = Member(tier, birthday: new(1990, 5, 20));

        Benefits.Evaluate(member, On(day, List(100_00))).PayFen.ShouldBe(pay);
    }

    [Theory]
    [InlineData("ordinary", "2026-02-14", 95_00)]
    [InlineData("ordinary", "2026-02-15", 75_00)]
    [InlineData("diamond", "2026-02-23", 75_00)]
    [InlineData("diamond", "2026-02-24", 80_00)]
    [Trait("Req", "CORE-26")]
    public void A_festival_has_its_price_from_its_first_day_to_its_last(string tier, string day, long pay)
    {
        var festival = With(four => four with
        {
            PriceBenefits = [Price("spring-festival", 0.75m, new() { From = new(2026, 2, 15), Until = new(2026, 2, 23) })],
        });

        festival.Evaluate(Member(tier), On(day, List(100_00))).PayFen.ShouldBe(pay);
    }

    [Fact]
    [Trait("Req", "CORE-25")]
    public void Every_alternative_is_shown_with_its_price_the_best_first()
    {
        var member = Member("gold", birthday: new(1990, 6, 18));

        var offers = Benefits.Evaluate(member, On("2026-06-18", List(100_00))).Offers;

        offers.Select(offer => (offer.Code, offer.PayableFen))
            .ShouldBe([("member-day", 8_000), ("gold", 8_500), ("birthday", 8_500)]);
    }

    [Theory]
    [InlineData("2026-02-28", 85_00)]
    [InlineData("2028-02-29", 85_00)]
    [InlineData("2028-02-28", 95_00)]
    [Trait("Req", "CORE-22")]
    public void A_leap_day_child_celebrates_on_the_28th_in_other_years(string day, long pay) =>
        Benefits.Evaluate(Member("ordinary", birthday: new(2000, 2, 29)), On(day, List(100_00))).PayFen.ShouldBe(pay);

    [Fact]
    public void The_lines_prices_add_up_to_the_total_that_is_rounded_once()
    {
        var evaluation = Benefits.Evaluate(Member("ordinary"), Receipt(List(0_33), List(0_33), List(0_33)));

        evaluation.PayFen.ShouldBe(94);
        evaluation.PayFenByLine.Sum().ShouldBe(94);
    }

    [Fact]
    public void What_the_till_has_priced_is_left_as_it_is()
    {
        var evaluation = Benefits.Evaluate(Member("diamond"), Receipt(Paid(50_00), List(100_00)));

        evaluation.PayFenByLine.ShouldBe([5_000, 8_000]);
        evaluation.ListFen.ShouldBe(15_000);
    }
}
