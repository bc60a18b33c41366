using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Rules;

public class ClawbackTests
{
    [Fact]
    [Trait("Req", "CORE-46")]
    public void A_third_of_the_price_takes_back_a_third_of_the_recorded_grant() =>
        new Clawback(300_00, 0, 100_00).Of(600).ShouldBe(200);

    [Fact]
    [Trait("Req", "CORE-46")]
    public void Two_refunds_of_100_and_200_take_back_exactly_all() =>
        (new Clawback(300_00, 0, 100_00).Of(600) + new Clawback(300_00, 100_00, 200_00).Of(600)).ShouldBe(600);

    [Theory]
    [InlineData(100_00, 0_50, 99)]
    [InlineData(100_00, 33_33, 66)]
    [InlineData(100_00, 33_34, 66)]
    [Trait("Req", "CORE-46")]
    public void The_member_keeps_no_more_than_what_is_still_paid_for(long paid, long refund, long kept) =>
        (100 - new Clawback(paid, 0, refund).Of(100)).ShouldBe(kept);

    [Theory]
    [InlineData(100_00, 0, 100_01)]
    [InlineData(100_00, 60_00, 40_01)]
    [InlineData(100_00, 0, 0)]
    [InlineData(100_00, 0, -1)]
    [InlineData(0, 0, 0)]
    [Trait("Req", "CORE-46")]
    public void More_than_was_paid_can_not_be_refunded(long paid, long before, long refund)
    {
        var clawback = new Clawback(paid, before, refund);

        clawback.IsSound.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => clawback.Of(100));
    }

    [Fact]
    [Trait("Req", "CORE-46"), Trait("Req", "CORE-18")]
    public void A_purchase_counts_until_nothing_of_it_is_left()
    {
        var gained = new TierMetrics { SpendFen = 100_00, Purchases = 1, Growth = 100, PointsEarned = 200 };

        new Clawback(100_00, 0, 40_00).Of(gained)
            .ShouldBe(new() { SpendFen = 40_00, Growth = 40, PointsEarned = 80 });
        new Clawback(100_00, 40_00, 60_00).Of(gained)
            .ShouldBe(new() { SpendFen = 60_00, Purchases = 1, Growth = 60, PointsEarned = 120 });
    }
}
