using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Values;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Purchases;

public sealed class PurchaseAwardTestsOnSqlite(SqliteShop shop) : PurchaseAwardTests(shop), IClassFixture<SqliteShop>;

public sealed class PurchaseAwardTestsOnPostgres(PostgresShop shop) : PurchaseAwardTests(shop), IClassFixture<PostgresShop>;

/// <summary>Extra points for purchases in a window, given after the receipt and taken back with it.</summary>
public abstract class PurchaseAwardTests(Shop.Shop shop)
{
    private static CampaignTerms Extra() => Terms(CampaignKind.Purchase, new Prize { Points = 10 }) with
    {
        Rate = 0.5m,
        MinimumPaid = Money.FromYuan(100m),
        Stores = ["s1"],
        Examples =
        [
            new CampaignExample(
                "128 yuan", new CampaignCase { On = Day("2026-03-02"), StoreCode = "s1", Paid = Money.FromYuan(128m) },
                new ExampleResult(true, 74)),
            new CampaignExample(
                "99.99 yuan", new CampaignCase { On = Day("2026-03-02"), StoreCode = "s1", Paid = Money.FromYuan(99.99m) },
                new ExampleResult(false)),
        ],
    };

    [Fact, Trait("Req", "CORE-46")]
    public Task A_purchase_in_the_window_gives_more_and_refunds_take_it_back_in_proportion_to_the_last_point() =>
        shop.WithAsync(Extra(), async campaign =>
    {
        var member = await shop.MemberAsync();
        var receipt = await shop.BuysAsync(member, 300m);
        (await shop.AwardsAsync(member)).Single().Points.ShouldBe(160);
        (await shop.PointsAsync(member)).ShouldBe(460);

        // What is kept of 160 points at 200 of 300 yuan: 106.
        var first = await shop.RefundsAsync(receipt, 100m);
        first.Lines().ShouldBe([("campaign-award", campaign, member.MemberNo, 54L, 0)]);
        (await shop.ViewAsync(campaign)).SpentPoints.ShouldBe(106);
        await shop.Do(new EndCampaign.Input(campaign));
        var second = await shop.RefundsAsync(receipt, 200m);

        second.Lines().ShouldBe([("campaign-award", campaign, member.MemberNo, 106L, 0)]);
        second.PointsBalance.ShouldBe(0);
        (await shop.PointsAsync(member)).ShouldBe(0);
        var award = (await shop.AwardsAsync(member)).Single();
        (award.State, award.PointsTaken).ShouldBe((AwardState.Revoked, 160));
        var view = await shop.ViewAsync(campaign);
        (view.SpentPoints, view.SpentAwards).ShouldBe((0, 0));
    });

    [Fact, Trait("Req", "CORE-46")]
    public Task What_was_spent_opens_a_hole_that_later_earnings_fill() => shop.WithAsync(Extra(), async _ =>
    {
        var member = await shop.MemberAsync();
        var receipt = await shop.BuysAsync(member, 100m);
        (await shop.PointsAsync(member)).ShouldBe(160);
        await shop.Do(new RetailMember.Membership.Points.AdjustPoints.Input
        {
            Key = Key(), Member = member.MemberNo, Points = -150, Reason = "correction",
        });

        var refund = await shop.RefundsAsync(receipt, 100m);

        refund.PointsBalance.ShouldBe(-150);
        (await shop.PointsAsync(member)).ShouldBe(-150);
    });

    [Fact]
    public Task Other_stores_smaller_amounts_and_other_days_get_nothing() =>
        shop.WithAsync(Extra() with { To = Day("2026-03-31") }, async _ =>
    {
        var member = await shop.MemberAsync();
        await shop.BuysAsync(member, 99.99m);
        await shop.Do(Buy(member, 300m) with { StoreCode = "s2" });
        await shop.DeliverAsync();
        await shop.BuysAsync(member, 300m, "2025-12-31");

        (await shop.AwardsAsync(member)).ShouldBeEmpty();
    });

    [Fact, Trait("Req", "CORE-11")]
    public Task Too_little_for_a_single_point_is_no_award_and_takes_nothing_of_cap_and_budget() => shop.WithAsync(
        Extra() with
        {
            Prize = new Prize(),
            Rate = 0.005m,
            MinimumPaid = null,
            BudgetAwards = 1,
            Caps = [new MemberCap(CapPeriod.Day, 1)],
            Examples =
            [
                new CampaignExample(
                    "199.99 yuan", new CampaignCase { On = Day("2026-03-02"), StoreCode = "s1", Paid = Money.FromYuan(199.99m) },
                    new ExampleResult(false)),
            ],
        },
        async campaign =>
        {
            var member = await shop.MemberAsync();

            await shop.BuysAsync(member, 100m);
            (await shop.AwardsAsync(member)).ShouldBeEmpty();
            (await shop.ViewAsync(campaign)).SpentAwards.ShouldBe(0);
            await shop.BuysAsync(member, 200m);

            (await shop.AwardsAsync(member)).ShouldHaveSingleItem().Points.ShouldBe(1);
        });

    [Fact]
    public Task Tiers_are_those_held_at_the_purchase_however_late_it_is_heard_of() =>
        shop.WithAsync(Extra() with { Tiers = ["ordinary"] }, async _ =>
    {
        var (rises, risen) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(rises, 300m));
        await shop.Do(new GrantTier.Input(rises.MemberNo, "diamond", "test"));
        await shop.Do(new GrantTier.Input(risen.MemberNo, "diamond", "test"));
        await shop.Do(Buy(risen, 300m));
        await shop.DeliverAsync();

        (await shop.AwardsAsync(rises)).ShouldHaveSingleItem();
        (await shop.AwardsAsync(risen)).ShouldBeEmpty();
    });

    [Fact]
    public Task Caps_go_by_the_days_of_the_receipts_and_not_by_those_on_which_they_are_heard_of() =>
        shop.WithAsync(Extra() with { Caps = [new MemberCap(CapPeriod.Day, 1)] }, async _ =>
    {
        var member = await shop.MemberAsync();
        shop.Clock.Set("2026-04-01");
        await shop.Do(Buy(member, 300m));
        shop.Clock.Set("2026-04-02");
        await shop.DeliverAsync();

        await shop.BuysAsync(member, 300m);
        await shop.BuysAsync(member, 300m);
        await shop.BuysAsync(member, 300m, "2026-04-01");

        (await shop.AwardsAsync(member)).Count.ShouldBe(2);
    });

    [Fact, Trait("Req", "CORE-46")]
    public Task A_purchase_that_is_refunded_before_it_was_heard_of_gets_nothing() => shop.WithAsync(Extra(), async _ =>
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, 300m);
        await shop.Do(receipt);
        await shop.RefundsAsync(receipt.ReceiptNo, 300m);
        await shop.DeliverAsync();

        (await shop.AwardsAsync(member)).ShouldBeEmpty();
    });
}
