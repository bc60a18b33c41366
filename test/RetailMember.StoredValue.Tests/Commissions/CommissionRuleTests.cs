using FsCheck;
using FsCheck.Fluent;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Targets;
using RetailMember.Values;

namespace RetailMember.StoredValue.Tests.Commissions;

/// <summary>The arithmetic of commission, awards and targets, without a database.</summary>
public sealed class CommissionRuleTests
{
    [Theory, Trait("Req", "SV-02")]
    [InlineData(5_000_00, 50_00)]
    [InlineData(49_999_99, 500_00)]
    [InlineData(0_49, 0)]
    [InlineData(0_50, 1)]
    public void One_per_cent_of_what_was_paid_rounded_half_up(long principal, long commission) =>
        CommissionJudge.Of(new CommissionTerms(), new SaleJudged(principal, principal / 10)).Fen.ShouldBe(commission);

    [Fact, Trait("Req", "SV-02")]
    public void Of_what_is_on_the_card_it_is_more_where_a_brand_says_so() =>
        CommissionJudge.Of(new CommissionTerms { Base = CommissionBase.CardValue }, new SaleJudged(5_000_00, 500_00)).Fen.ShouldBe(55_00);

    [Theory, Trait("Req", "SV-02")]
    [InlineData("sales-manager", "gold", null, 20)]
    [InlineData("sales-manager", "silver", null, 15)]
    [InlineData("cashier", "gold", "spring", 30)]
    [InlineData("cashier", "gold", null, 10)]
    public void The_first_rate_that_fits_role_card_and_campaign_decides(string role, string card, string? campaign, int perMille)
    {
        var terms = new CommissionTerms
        {
            Rates = [new(30, Campaign: "spring"), new(20, "sales-manager", "gold"), new(15, "sales-manager")],
        };
        CommissionJudge.Of(terms, new SaleJudged(100_00, 0, [role], card, campaign)).PerMille.ShouldBe(perMille);
    }

    [Fact, Trait("Req", "SV-08")]
    public void Four_of_five_thousand_that_come_back_take_forty_of_fifty() =>
        CommissionJudge.TakenBack(50_00, 5_000_00, 0, 4_000_00).ShouldBe(40_00);

    [Fact, Trait("Req", "SV-08")]
    public void Nothing_is_taken_back_that_was_not_paid() => Should.Throw<ArgumentOutOfRangeException>(
        () => CommissionJudge.TakenBack(50_00, 5_000_00, 4_000_00, 1_000_01));

    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-02")]
    public void Whatever_the_steps_a_sale_that_is_refunded_wholly_has_earned_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<int>(), (amount, cuts, rate) =>
        {
            var principal = Math.Abs((long)amount) + 1;
            var commission = CommissionJudge.Of(new CommissionTerms { PerMille = Math.Abs(rate % 500) }, new SaleJudged(principal)).Fen;
            var (back, taken) = (0L, 0L);
            foreach (var cut in cuts.Select(c => Math.Abs((long)c)).Append(long.MaxValue))
            {
                var now = Math.Min(cut, principal - back);
                var line = CommissionJudge.TakenBack(commission, principal, back, now);
                if (line < 0) return false;
                (back, taken) = (back + now, taken + line);
            }

            return taken == commission;
        }).QuickCheckThrowOnFailure();

    [Theory, Trait("Req", "SV-07"), Trait("Req", "SV-06")]
    [InlineData(20_000, 15_000, true, 7_500, 375)]
    [InlineData(10_000, 3_000, true, 3_000, 150)]
    [InlineData(20_000, 25_000, true, 12_500, 500)]
    [InlineData(20_000, 25_000, false, 12_500, 625)]
    [InlineData(20_000, 0, true, 0, 0)]
    [InlineData(20_000, -500, true, 0, 0)]
    public void Assessment_pays_five_hundred_times_what_was_reached(int target, int sold, bool capped, int attained, int pays)
    {
        Assessment.AttainmentOf(sold * 100L, target * 100L).ShouldBe(attained);
        Assessment.PayOf(sold * 100L, target * 100L, 500_00, capped).ShouldBe(pays * 100L);
    }

    [Fact, Trait("Req", "SV-09")]
    public void A_hundred_thousand_is_split_sixty_to_forty_and_parts_always_make_the_whole()
    {
        Assessment.Split(100_000_00, [60, 40]).ShouldBe([60_000_00, 40_000_00]);
        Assessment.Split(100_01, [33, 33, 34]).Sum().ShouldBe(100_01);
        Should.Throw<ArgumentOutOfRangeException>(() => Assessment.Split(1, [50, 40]));
    }

    [Fact, Trait("Req", "SV-05")]
    public void Of_two_who_sold_the_same_whoever_reached_it_earlier_is_first()
    {
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        RaceSale[] sales =
        [
            Sale(1, a, hour: 1, 30_000), Sale(2, b, hour: 2, 60_000), Sale(3, a, hour: 3, 30_000),
            Sale(4, a, hour: 4, 5_000, refunded: true),
        ];

        Race.Rank(sales, RaceMetric.Principal).Select(p => (p.Seller, p.Sold)).ShouldBe([(b, 60_000_00), (a, 60_000_00)]);
        Race.Rank(sales, RaceMetric.Cards)[0].ShouldBe(new RacePlace(1, a, 2, sales[2].At));
    }

    private static RaceSale Sale(long no, Guid seller, int hour, long yuan, bool refunded = false) => new(
        no, seller, new DateTime(2026, 3, 1, hour, 0, 0, DateTimeKind.Utc), IsCard: true, refunded ? 0 : yuan * 100, refunded);
}
