using RetailMember.Membership.Programmes;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

public class EarningTests
{
    private static long Points(Programme programme, params BasketLine[] lines) =>
        programme.Evaluate(Member("ordinary"), Receipt(lines)).Points;

    [Theory]
    [InlineData(128_00, 128)]
    [InlineData(99_90, 99)]
    [InlineData(0_99, 0)]
    [InlineData(0, 0)]
    [Trait("Req", "CORE-06")]
    public void One_yuan_paid_is_one_point_and_parts_of_a_point_are_dropped(long paid, long points) =>
        Points(Earning(Rule(EarningKind.Ratio, 1)), Paid(paid)).ShouldBe(points);

    [Fact]
    [Trait("Req", "CORE-06")]
    public void Lines_are_added_up_before_rounding_down() =>
        Points(Earning(Rule(EarningKind.Ratio, 1)), Paid(0_50), Paid(0_50), Paid(99_50)).ShouldBe(100);

    [Fact]
    [Trait("Req", "CORE-06")]
    public void A_silver_member_earns_on_what_was_paid_after_the_discount()
    {
        var silver = Programme.From(ProgrammeTemplates.FourTiers).Evaluate(Member("silver"), Receipt(List(200_00)));

        silver.PayFen.ShouldBe(18_000);
        silver.Points.ShouldBe(180);
    }

    [Fact]
    [Trait("Req", "CORE-06")]
    public void What_a_voucher_paid_earns_nothing_and_is_no_spend()
    {
        var evaluation = Earning(Rule(EarningKind.Ratio, 1))
            .Evaluate(Member("ordinary"), Receipt(Paid(150_00)) with { VoucherFen = 2_000 });

        evaluation.Points.ShouldBe(130);
        evaluation.Gained.SpendFen.ShouldBe(13_000);
    }

    [Fact]
    [Trait("Req", "CORE-07")]
    public void Every_three_pieces_give_ten_points()
    {
        var rule = Rule(EarningKind.Ratio, 10, per: 3) with { Basis = EarningBasis.Quantity, WholeSteps = true };

        Points(Earning(rule), Paid(70_00, quantity: 7)).ShouldBe(20);
    }

    [Fact]
    [Trait("Req", "CORE-07")]
    public void Every_fifty_yuan_give_three_points()
    {
        var rule = Rule(EarningKind.Ratio, 3, per: 5_000) with { WholeSteps = true };

        Points(Earning(rule), Paid(149_99)).ShouldBe(6);
    }

    [Fact]
    [Trait("Req", "CORE-08")]
    public void A_fixed_rule_gives_once_for_a_receipt_that_reaches_its_least()
    {
        var rule = Rule(EarningKind.Fixed, 50) with { AtLeast = 10_000 };

        Points(Earning(rule), Paid(99_99)).ShouldBe(0);
        Earning(rule).Evaluate(Member("ordinary"), Receipt(Paid(99_99))).Why.Lines.ShouldBeEmpty();
        Points(Earning(rule), Paid(60_00), Paid(900_00)).ShouldBe(50);
    }

    [Theory]
    [InlineData(499_99, 0)]
    [InlineData(500_00, 20)]
    [InlineData(999_99, 20)]
    [InlineData(5000_00, 60)]
    [Trait("Req", "CORE-08")]
    public void A_staged_fixed_rule_gives_what_the_reached_band_says(long paid, long points)
    {
        var rule = Rule(EarningKind.StagedFixed) with { Bands = [new(0, 0), new(50_000, 20), new(100_000, 60)] };

        Points(Earning(rule), Paid(paid)).ShouldBe(points);
    }

    [Theory]
    [InlineData(500_00, 500)]
    [InlineData(800_00, 1100)]
    [InlineData(500_50, 501)]
    [Trait("Req", "CORE-08")]
    public void A_staged_ratio_rule_cuts_the_amount_into_bands(long paid, long points)
    {
        var rule = Rule(EarningKind.StagedRatio) with { Bands = [new(0, 1), new(50_000, 2)] };

        Points(Earning(rule), Paid(paid)).ShouldBe(points);
    }

    [Fact]
    [Trait("Req", "CORE-09")]
    public void A_tier_coefficient_makes_points_grow_faster_but_not_growth()
    {
        var document = ProgrammeTemplates.FourTiers;
        var tiers = document.TierSet.Tiers
            .Select(tier => tier.Code == "diamond" ? tier with { PointsCoefficient = 1.5m } : tier);
        var programme = With(four => four with { TierSet = four.TierSet with { Tiers = [.. tiers] } });

        var evaluation = programme.Evaluate(Member("diamond"), Receipt(Paid(200_00)));

        evaluation.Points.ShouldBe(300);
        evaluation.Growth.ShouldBe(200);
    }

    [Theory]
    [InlineData(4_999, 100)]
    [InlineData(5_000, 120)]
    [InlineData(-10, 100)]
    [Trait("Req", "CORE-10")]
    public void Points_held_raise_the_ratio(long balance, long points)
    {
        var programme = With(four => four with { BalanceBands = [new(0, 1), new(5_000, 1.2m)] });

        programme.Evaluate(Member("ordinary", balance), Receipt(Paid(100_00))).Points.ShouldBe(points);
    }

    [Fact]
    public void A_rule_of_a_category_counts_its_lines_alone()
    {
        var rule = Rule(EarningKind.Ratio, 1) with { Categories = ["clothes"] };

        Points(Earning(rule), Paid(80_00, category: "clothes"), Paid(20_00, category: "food"), Paid(7_00)).ShouldBe(80);
    }

    [Fact]
    public void A_voucher_weighs_on_all_lines_alike()
    {
        var rule = Rule(EarningKind.Ratio, 1) with { Categories = ["clothes"] };
        var receipt = Receipt(Paid(60_00, category: "clothes"), Paid(40_00)) with { VoucherFen = 5_000 };

        Earning(rule).Evaluate(Member("ordinary"), receipt).Points.ShouldBe(30);
    }

    [Fact]
    public void A_rule_of_a_store_gives_nothing_elsewhere()
    {
        var rule = Rule(EarningKind.Ratio, 1) with { Stores = ["s2"] };

        Points(Earning(rule), Paid(80_00)).ShouldBe(0);
    }

    [Fact]
    public void A_rule_that_is_switched_off_gives_nothing() =>
        Points(Earning(Rule(EarningKind.Ratio, 1) with { Enabled = false }), Paid(80_00)).ShouldBe(0);

    [Fact]
    [Trait("Req", "CORE-27")]
    public void Points_and_growth_are_two_currencies_with_their_own_rules()
    {
        var evaluation = Earning(
                Rule(EarningKind.Ratio, 1),
                Rule(EarningKind.Ratio, 2) with { Code = "growth", Unit = EarningUnit.Growth })
            .Evaluate(Member("ordinary"), Receipt(Paid(100_00)));

        (evaluation.Points, evaluation.Growth).ShouldBe((100, 200));
    }

    [Fact]
    public void The_largest_receipt_does_not_overflow()
    {
        var rule = Rule(EarningKind.Ratio, 10_000);
        var huge = Earning(rule).Evaluate(Member("ordinary"), Receipt(Paid(1_000_000_000_00)));

        huge.Points.ShouldBe(10_000_000_000_000);
    }

    [Fact]
    public void An_amount_outside_the_bounds_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Points(Earning(), new BasketLine(-1)));
}
