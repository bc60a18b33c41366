using RetailMember.Membership.Programmes;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

public class TierLadderTests
{
    private static readonly TierLadder Four = new(ProgrammeTemplates.FourTiers.TierSet);

    private static TierLadder Ladder(Func<TierSet, TierSet> change) =>
        new(change(ProgrammeTemplates.FourTiers.TierSet));

    private static TierMetrics Spend(long fen) => new() { SpendFen = fen };

    [Theory]
    [InlineData(0, "ordinary")]
    [InlineData(999_99, "ordinary")]
    [InlineData(1000_00, "silver")]
    [InlineData(5000_00, "silver")]
    [InlineData(5000_01, "gold")]
    [InlineData(5001_00, "gold")]
    [InlineData(10_000_00, "gold")]
    [InlineData(10_000_01, "diamond")]
    [Trait("Req", "CORE-17")]
    public void Spend_decides_the_tier(long spend, string tier) =>
        Four.Qualifying(Spend(spend)).Code.ShouldBe(tier);

    [Theory]
    [InlineData(20, 1000_00, "gold")]
    [InlineData(19, 950_00, "ordinary")]
    [InlineData(1, 5000_01, "gold")]
    [Trait("Req", "CORE-18")]
    public void A_tier_may_be_reached_by_amount_or_by_count(long purchases, long spend, string tier)
    {
        var ladder = Ladder(set => set with
        {
            Tiers =
            [
                set.Tiers[0],
                set.Tiers[2] with
                {
                    Qualification = new(QualificationMatch.Any,
                    [
                        new(TierMetric.Spend, 500_000, ThresholdBound.Above),
                        new(TierMetric.Purchases, 20),
                    ]),
                },
            ],
        });

        ladder.Qualifying(Spend(spend) with { Purchases = purchases }).Code.ShouldBe(tier);
    }

    [Fact]
    [Trait("Req", "CORE-18")]
    public void A_tier_may_ask_for_all_its_goals()
    {
        var ladder = Ladder(set => set with
        {
            Tiers =
            [
                set.Tiers[0],
                set.Tiers[1] with
                {
                    Qualification = new(QualificationMatch.All,
                    [
                        new(TierMetric.Spend, 100_000),
                        new(TierMetric.Participation, 2),
                    ]),
                },
            ],
        });

        ladder.Qualifying(Spend(2000_00)).Code.ShouldBe("ordinary");
        ladder.Qualifying(Spend(2000_00) with { Participation = 2 }).Code.ShouldBe("silver");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1200_00)]
    [Trait("Req", "CORE-28")]
    public void A_promotion_resets_the_metrics_or_keeps_them(bool reset, long spendAfter)
    {
        var standing = Ladder(set => set with { ResetOnPromotion = reset }).Promote(Four.Lowest, Spend(1200_00));

        standing.Tier.Code.ShouldBe("silver");
        standing.Metrics.SpendFen.ShouldBe(spendAfter);
    }

    [Fact]
    [Trait("Req", "CORE-29")]
    public void A_purchase_never_takes_a_tier_away() =>
        Four.Promote(Four.Find("gold")!, Spend(10_00)).Tier.Code.ShouldBe("gold");

    [Fact]
    [Trait("Req", "CORE-37")]
    public void The_gap_to_a_strict_threshold_includes_the_last_fen()
    {
        var next = Four.Next(Four.Find("gold")!, Spend(9200_00))!;

        next.Tier.Code.ShouldBe("diamond");
        next.Goals.ShouldHaveSingleItem().Missing.ShouldBe(800_01);
        next.Percent.ShouldBe(91);
    }

    [Fact]
    [Trait("Req", "CORE-37")]
    public void Above_the_highest_tier_there_is_no_next() =>
        Four.Next(Four.Find("diamond")!, Spend(20_000_00)).ShouldBeNull();

    [Theory]
    [InlineData(nameof(DowngradePolicy.ToQualifying), "gold", 2000_00, "silver")]
    [InlineData(nameof(DowngradePolicy.ToQualifying), "diamond", 0, "ordinary")]
    [InlineData(nameof(DowngradePolicy.OneStep), "diamond", 0, "gold")]
    [InlineData(nameof(DowngradePolicy.OneStep), "diamond", 20_000_00, "diamond")]
    [InlineData(nameof(DowngradePolicy.None), "diamond", 0, "diamond")]
    [Trait("Req", "CORE-52")]
    public void At_the_end_of_the_period_the_tier_is_reviewed(
        string policy, string held, long spend, string tier)
    {
        var ladder = Ladder(set => set with
        {
            Period = QualificationPeriod.CalendarYear,
            Downgrade = Enum.Parse<DowngradePolicy>(policy),
        });

        ladder.Review(ladder.Find(held)!, Spend(spend)).Code.ShouldBe(tier);
    }

    [Theory]
    [InlineData(true, "gold", "standard")]
    [InlineData(true, "diamond", "standard")]
    [InlineData(false, "gold", "gold")]
    [InlineData(false, "diamond", "diamond")]
    [Trait("Req", "CORE-52"), Trait("Req", "PH-01"), Trait("Req", "PH-05")]
    public void Granted_tiers_end_with_their_year_where_the_programme_says_so(bool end, string held, string tier)
    {
        var ladder = new TierLadder(ProgrammeTemplates.YearCards.TierSet with { GrantedTiersEnd = end });

        ladder.Review(ladder.Find(held)!, Spend(20_000_00)).Code.ShouldBe(tier);
        ladder.CanBeLost(ladder.Find(held)!).ShouldBe(end);
        ProgrammeTemplates.YearCards.TierSet.GrantedTiersEnd.ShouldBeTrue();
    }

    [Fact]
    [Trait("Req", "CORE-52")]
    public void The_warning_for_a_calendar_year_goes_out_in_november()
    {
        var ladder = Ladder(set => set with
        {
            Period = QualificationPeriod.CalendarYear,
            Downgrade = DowngradePolicy.ToQualifying,
        });
        var period = ladder.PeriodAt(new(2026, 6, 1), joinedOn: new(2025, 1, 1));

        period.ShouldBe(new(new(2026, 1, 1), new(2026, 12, 31)));
        ladder.WarnOn(period).ShouldBe(new DateOnly(2026, 11, 1));
    }

    [Fact]
    [Trait("Req", "CORE-52")]
    public void Who_can_never_be_downgraded_is_never_warned() =>
        Four.WarnOn(Four.PeriodAt(new(2026, 6, 1), new(2025, 1, 1))).ShouldBeNull();

    [Fact]
    [Trait("Req", "CORE-28"), Trait("Req", "CORE-52")]
    public void A_promotion_with_reset_holds_through_the_next_period()
    {
        var ladder = Ladder(set => set with
        {
            Period = QualificationPeriod.CalendarYear,
            Downgrade = DowngradePolicy.ToQualifying,
            ResetOnPromotion = true,
        });

        ladder.Review(ladder.Find("gold")!, default, promotedInPeriod: true).Code.ShouldBe("gold");
        ladder.Review(ladder.Find("gold")!, default).Code.ShouldBe("ordinary");
    }

    [Theory]
    [InlineData("gold", "ordinary", 4000_00, "silver")]
    [InlineData("gold", "gold", 4000_00, "gold")]
    [InlineData("silver", "ordinary", 9000_00, "silver")]
    [Trait("Req", "CORE-46")]
    public void A_refund_undoes_the_promotion_it_carried_but_not_a_granted_tier(
        string held, string carried, long spend, string tier) =>
        Four.AfterRefund(Four.Find(held)!, Four.Find(carried)!, Spend(spend)).Code.ShouldBe(tier);

    [Fact]
    [Trait("Req", "CORE-48")]
    public void A_tier_that_the_version_no_longer_knows_is_judged_by_the_metrics() =>
        Four.Held("emerald", Spend(6000_00)).Code.ShouldBe("gold");

    [Fact]
    [Trait("Req", "CORE-51")]
    public void A_tier_without_qualification_is_only_ever_granted_and_not_reviewed_away()
    {
        var ladder = new TierLadder(ProgrammeTemplates.ThreeCards.TierSet with
        {
            Period = QualificationPeriod.CalendarYear,
            Downgrade = DowngradePolicy.ToQualifying,
        });

        ladder.Qualifying(Spend(1_000_000_00)).Code.ShouldBe("silver");
        ladder.Review(ladder.Find("gold")!, default).Code.ShouldBe("gold");
    }

    [Fact]
    [Trait("Req", "CORE-17")]
    public void The_receipt_that_promotes_is_judged_by_the_tier_before()
    {
        var evaluation = Programme.From(ProgrammeTemplates.FourTiers).Evaluate(Member(), Receipt(List(20_000_00)));

        evaluation.PayFen.ShouldBe(19_000_00);
        evaluation.TierBefore.Code.ShouldBe("ordinary");
        evaluation.After.Tier.Code.ShouldBe("diamond");
        evaluation.After.Tier.Step.ShouldBeGreaterThan(evaluation.TierBefore.Step);
    }
}
