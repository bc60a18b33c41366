using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Purchases;

public sealed class SprintTestsOnSqlite(SqliteShop shop) : SprintTests(shop), IClassFixture<SqliteShop>;

public sealed class SprintTestsOnPostgres(PostgresShop shop) : SprintTests(shop), IClassFixture<PostgresShop>;

/// <summary>CORE-31: three purchases within the quarter lead to gold and 100 points.</summary>
public abstract class SprintTests(Shop.Shop shop)
{
    private static CampaignTerms Sprint() => Terms(CampaignKind.Sprint, new Prize { Points = 100, TierCode = "gold" }) with
    {
        Purchases = 3,
        Span = SprintSpan.CalendarQuarter,
        Examples =
        [
            new CampaignExample(
                "3 Jul, 9 Aug, 30 Sep",
                new CampaignCase { On = Day("2026-09-30"), BoughtOn = [Day("2026-07-03"), Day("2026-08-09"), Day("2026-09-30")] },
                new ExampleResult(true, 100, 0, "gold")),
            new CampaignExample(
                "the third on 1 Oct",
                new CampaignCase { On = Day("2026-10-01"), BoughtOn = [Day("2026-07-03"), Day("2026-08-09"), Day("2026-10-01")] },
                new ExampleResult(false)),
        ],
    };

    [Fact, Trait("Req", "CORE-31")]
    public Task Three_purchases_within_the_quarter_lead_to_gold_and_100_points_on_the_third() =>
        shop.WithAsync(Sprint(), async campaign =>
    {
        var member = await shop.MemberAsync();
        foreach (var day in (string[])["2026-07-03", "2026-08-09"])
        {
            shop.Clock.Set(day);
            await shop.BuysAsync(member, 20m);
        }

        (await shop.AwardsAsync(member)).ShouldBeEmpty();
        shop.Clock.Set("2026-09-30");
        await shop.BuysAsync(member, 20m);

        var award = (await shop.AwardsAsync(member)).ShouldHaveSingleItem();
        (award.Campaign, award.BusinessDate, award.Points, award.TierCode, award.Subject).ShouldBe(
            (campaign, Day("2026-09-30"), 100, "gold", "2026-Q3"));
        (await shop.AgainAsync(member)).Tier.ShouldBe("gold");
        (await shop.PointsAsync(member)).ShouldBe(160);
        await shop.BuysAsync(member, 20m);
        (await shop.AwardsAsync(member)).Count.ShouldBe(1);
    });

    [Fact, Trait("Req", "CORE-31")]
    public Task The_third_on_the_first_of_October_is_too_late() => shop.WithAsync(Sprint(), async _ =>
    {
        var member = await shop.MemberAsync();
        foreach (var day in (string[])["2026-07-03", "2026-08-09", "2026-10-01"])
        {
            shop.Clock.Set(day);
            await shop.BuysAsync(member, 20m);
        }

        (await shop.AwardsAsync(member)).ShouldBeEmpty();
        (await shop.AgainAsync(member)).Tier.ShouldBe("ordinary");
    });

    [Fact, Trait("Req", "CORE-31"), Trait("Req", "CORE-46")]
    public Task A_refunded_purchase_does_not_count_and_takes_the_prize_back_with_the_tier() =>
        shop.WithAsync(Sprint(), async campaign =>
    {
        var member = await shop.MemberAsync();
        var first = await shop.BuysAsync(member, 20m);
        await shop.BuysAsync(member, 20m);
        await shop.BuysAsync(member, 20m);
        (await shop.AgainAsync(member)).Tier.ShouldBe("gold");

        var refund = await shop.RefundsAsync(first, 20m);

        refund.Lines().ShouldBe([("sprint", campaign, member.MemberNo, 100L, 0)]);
        (refund.TierCode, refund.PointsTaken, refund.PointsBalance).ShouldBe(("ordinary", 20, 40));
        (await shop.AgainAsync(member)).Tier.ShouldBe("ordinary");
        (await shop.PointsAsync(member)).ShouldBe(40);
        var view = await shop.ViewAsync(campaign);
        (view.SpentPoints, view.SpentAwards).ShouldBe((0, 0));

        await shop.BuysAsync(member, 20m);
        (await shop.AgainAsync(member)).Tier.ShouldBe("gold");
        (await shop.AwardsAsync(member)).Select(a => a.State).ShouldBe([AwardState.Given, AwardState.Revoked]);
    });

    [Fact, Trait("Req", "CORE-31"), Trait("Req", "CORE-46")]
    public Task A_prize_that_staff_took_back_does_not_come_again() => shop.WithAsync(Sprint(), async _ =>
    {
        var member = await shop.MemberAsync();
        var first = await shop.BuysAsync(member, 20m);
        await shop.BuysAsync(member, 20m);
        await shop.BuysAsync(member, 20m);
        await shop.Do(new RevokeAward.Input((await shop.AwardsAsync(member)).Single().Award, "refund"));

        await shop.BuysAsync(member, 20m);
        await shop.RefundsAsync(first, 20m);
        await shop.BuysAsync(member, 20m);

        (await shop.AwardsAsync(member)).ShouldHaveSingleItem().State.ShouldBe(AwardState.Revoked);
    });

    [Fact, Trait("Req", "CORE-31")]
    public Task Caps_look_at_the_prizes_of_all_spans() => shop.WithAsync(
        Sprint() with { Span = SprintSpan.CalendarMonth, Purchases = 1, Caps = [new MemberCap(CapPeriod.Ever, 2)], Examples =
        [
            new CampaignExample(
                "a third month",
                new CampaignCase
                {
                    On = Day("2026-09-30"), BoughtOn = [Day("2026-09-30")], AwardedOn = [Day("2026-07-03"), Day("2026-08-09")],
                },
                new ExampleResult(false)),
        ] },
        async _ =>
        {
            var member = await shop.MemberAsync();
            foreach (var day in (string[])["2026-07-03", "2026-08-09", "2026-09-30"])
            {
                shop.Clock.Set(day);
                await shop.BuysAsync(member, 20m);
                await shop.BuysAsync(member, 20m);
            }

            (await shop.AwardsAsync(member)).Select(a => a.Subject).ShouldBe(["2026-08", "2026-07"]);
        });

    [Fact, Trait("Req", "CORE-31")]
    public Task A_sprint_counts_in_the_span_of_its_purchases_however_late_they_are_heard_of() =>
        shop.WithAsync(Sprint() with { Purchases = 1, Examples = [Sprint().Examples[0]] }, async _ =>
        {
            var member = await shop.MemberAsync();
            shop.Clock.Set("2026-09-30");
            await shop.Do(Buy(member, 20m));
            shop.Clock.Set("2026-10-01");
            await shop.DeliverAsync();
            await shop.BuysAsync(member, 20m, "2026-09-29");
            await shop.BuysAsync(member, 20m);

            (await shop.AwardsAsync(member)).Select(a => a.Subject).ShouldBe(["2026-Q4", "2026-Q3"]);
        });

    [Fact, Trait("Req", "CORE-31")]
    public Task Whoever_holds_a_better_tier_keeps_it_and_a_refund_leaves_it_alone() =>
        shop.WithAsync(Sprint(), async _ =>
    {
        var member = await shop.MemberAsync();
        await shop.Do(new GrantTier.Input(member.MemberNo, "diamond", "test"));
        var first = await shop.BuysAsync(member, 20m);
        await shop.BuysAsync(member, 20m);
        await shop.BuysAsync(member, 20m);

        (await shop.AwardsAsync(member)).Single().TierCode.ShouldBeNull();
        (await shop.AgainAsync(member)).Tier.ShouldBe("diamond");
        await shop.RefundsAsync(first, 20m);
        (await shop.AgainAsync(member)).Tier.ShouldBe("diamond");
    });

    [Fact, Trait("Req", "CORE-31")]
    public Task Twenty_tellings_at_once_of_the_third_purchase_give_one_prize() => shop.WithAsync(Sprint(), async _ =>
    {
        var member = await shop.MemberAsync();
        await shop.BuysAsync(member, 20m);
        await shop.BuysAsync(member, 20m);
        await shop.Do(Buy(member, 20m));
        var told = shop.Outbox.Take().OfType<PurchaseRecorded>().ToList();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.InTables(async tables =>
        {
            await tables.GetRequiredService<RetailMember.Campaigns.Purchases.PurchaseJudge>().JudgeAsync(told, default);
            return true;
        })));

        (await shop.AwardsAsync(member)).Count.ShouldBe(1);
        (await shop.PointsAsync(member)).ShouldBe(160);
    });
}
