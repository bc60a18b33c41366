using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Points;
using RetailMember.Membership.Purchases;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Referrals;

public sealed class FirstPurchaseTestsOnSqlite(SqliteShop shop) : FirstPurchaseTests(shop), IClassFixture<SqliteShop>;

public sealed class FirstPurchaseTestsOnPostgres(PostgresShop shop) : FirstPurchaseTests(shop), IClassFixture<PostgresShop>;

/// <summary>Which purchase of a friend is his first.</summary>
public abstract class FirstPurchaseTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-04")]
    public Task A_receipt_that_points_paid_wholly_is_none_and_the_next_one_with_money_counts() =>
        shop.WithAsync(ReferralShop.FixedAndRatio(), async _ =>
    {
        var a = await shop.MemberAsync();
        var b = await shop.BringAsync(await shop.CodeAsync(a));
        await BuysWithPointsAsync(b);
        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Waiting, null));

        await shop.BuysAsync(b, 200m);

        (await shop.PointsAsync(a)).ShouldBe(60);
    });

    [Fact, Trait("Req", "CORE-04")]
    public Task A_referral_that_was_held_succeeds_by_the_first_receipt_with_money() =>
        shop.WithAsync(ReferralShop.FixedAndRatio(), async _ =>
    {
        var a = await shop.MemberAsync();
        var (code, device) = (await shop.CodeAsync(a), "device " + Key());
        await shop.BringAsync(code, device: device);
        var b = await shop.BringAsync(code, device: device);
        (await shop.ReferralAsync(b)).State.ShouldBe(ReferralState.Held);
        await BuysWithPointsAsync(b);
        await shop.BuysAsync(b, 200m);
        await shop.BuysAsync(b, 400m);

        await shop.Do(new DecideReferral.Input((await shop.ReferralAsync(b)).Referral, Accept: true));

        (await shop.ReferralAsync(b)).State.ShouldBe(ReferralState.Succeeded);
        (await shop.PointsAsync(a)).ShouldBe(60);
    });

    [Fact, Trait("Req", "CORE-04"), Trait("Req", "CORE-46")]
    public Task Another_purchase_that_stands_takes_the_place_of_a_first_one_that_is_refunded() =>
        shop.WithAsync(ReferralShop.FixedAndRatio() with { MostPerMonth = 1 }, async _ =>
    {
        var a = await shop.MemberAsync();
        var b = await shop.BringAsync(await shop.CodeAsync(a));
        var first = await shop.BuysAsync(b, 200m);
        var second = await shop.BuysAsync(b, 400m);
        (await shop.PointsAsync(a)).ShouldBe(60);

        var refund = await shop.RefundsAsync(first, 200m);

        refund.Undone!.Select(l => (l.Kind, l.MemberNo, l.Points, l.PointsGiven)).ShouldBe(
        [
            ("referral-award", a.MemberNo, 60, 0), ("referral-award", b.MemberNo, 50, 0),
            ("referral-award-again", a.MemberNo, 0, 70), ("referral-award-again", b.MemberNo, 0, 50),
        ]);
        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Succeeded, null));
        ((await shop.PointsAsync(a)), (await shop.PointsAsync(b))).ShouldBe((70, 450));
        await shop.RefundsAsync(second, 400m);
        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Waiting, "refunded"));
        ((await shop.PointsAsync(a)), (await shop.PointsAsync(b))).ShouldBe((0, 0));
    });

    [Fact, Trait("Req", "CORE-04"), Trait("Req", "CORE-46")]
    public Task What_staff_took_back_from_one_side_does_not_come_again_with_another_purchase() =>
        shop.WithAsync(ReferralShop.FixedAndRatio(), async _ =>
    {
        var a = await shop.MemberAsync();
        var b = await shop.BringAsync(await shop.CodeAsync(a));
        var receipt = await shop.BuysAsync(b, 200m);
        await shop.Do(new RevokeAward.Input((await shop.AwardsAsync(a)).Single().Award, "mistake"));

        await shop.RefundsAsync(receipt, 200m);
        await shop.BuysAsync(b, 400m);

        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Refused, "declined"));
        ((await shop.PointsAsync(a)), (await shop.PointsAsync(b))).ShouldBe((0, 400));
    });

    private async Task BuysWithPointsAsync(MemberSummary member)
    {
        await shop.Do(new AdjustPoints.Input { Key = Key(), Member = member.MemberNo, Points = 1_000, Reason = "correction" });
        await shop.Do(Buy(member, 10m) with { Tenders = [new TenderForm { Kind = "points" }] });
        await shop.DeliverAsync();
    }
}
