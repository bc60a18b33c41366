using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Purchases;

public sealed class PrizeGoneTestsOnSqlite(SqliteShop shop) : PrizeGoneTests(shop), IClassFixture<SqliteShop>;

public sealed class PrizeGoneTestsOnPostgres(PostgresShop shop) : PrizeGoneTests(shop), IClassFixture<PostgresShop>;

/// <summary>A prize that cannot be given any more costs the members nothing else, and head office reads of it.</summary>
public abstract class PrizeGoneTests(Shop.Shop shop)
{
    private static CampaignTerms Raise() => Terms(CampaignKind.Purchase, new Prize { Points = 7, TierCode = "gold" }) with
    {
        Examples =
        [
            new CampaignExample(
                "any", new CampaignCase { On = Day("2026-03-02"), Paid = Values.Money.FromYuan(10m) },
                new ExampleResult(true, 7, 0, "gold")),
        ],
    };

    [Fact, Trait("Req", "CORE-11"), Trait("Req", "CORE-46")]
    public Task A_tier_that_is_gone_refuses_its_own_award_and_leaves_the_others_of_the_receipt() =>
        shop.WithAsync(Raise(), gone => shop.WithAsync(
            Raise() with
            {
                Prize = new Prize { Points = 5 },
                Examples = [Raise().Examples[0] with { Expected = new ExampleResult(true, 5) }],
            },
            async stays =>
            {
                await shop.RaisesToAsync(gone, "amber");
                var member = await shop.MemberAsync();

                await shop.BuysAsync(member, 100m);

                (await shop.AwardsAsync(member)).ShouldHaveSingleItem().Campaign.ShouldBe(stays);
                (await shop.PointsAsync(member)).ShouldBe(105);
                var view = await shop.ViewAsync(gone);
                (view.SpentPoints, view.SpentAwards, view.RefusedWhy).ShouldBe((0, 0, AwardRefusals.TierUnknown));
                view.RefusedAt.ShouldNotBeNull();
                await shop.Do(new PauseCampaign.Input(gone));
                (await shop.Do(new ResumeCampaign.Input(gone))).RefusedWhy.ShouldBeNull();
                (await shop.ViewAsync(stays)).RefusedWhy.ShouldBeNull();
            }));
}
