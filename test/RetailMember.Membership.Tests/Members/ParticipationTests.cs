using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class ParticipationTestsOnSqlite(SqliteShop shop) : ParticipationTests(shop), IClassFixture<SqliteShop>;

public sealed class ParticipationTestsOnPostgres(PostgresShop shop) : ParticipationTests(shop), IClassFixture<PostgresShop>;

public abstract class ParticipationTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-18")]
    public async Task A_tier_that_asks_for_spend_and_participation_is_reached_by_whichever_comes_last()
    {
        await shop.ChangeAsync(d => d with
        {
            TierSet = d.TierSet.SilverAt(
                new QualificationGoal(TierMetric.Spend, 1_000_00), new QualificationGoal(TierMetric.Participation, 2)),
        });
        var member = await shop.MemberAsync();
        (await shop.Do(Buy(member, 1_000))).TierCodeAfter.ShouldBe("ordinary");
        (await shop.Do(TookPart(member, "lecture"))).ShouldSatisfyAllConditions(
            r => r.Count.ShouldBe(1), r => r.TierCode.ShouldBe("ordinary"));

        (await shop.Do(TookPart(member, "survey"))).TierCode.ShouldBe("silver");

        var step = (await shop.Do(new ReadTierHistory.Input(member))).Steps.Single();
        (step.FromTier.Code, step.ToTier.Code, step.Reason).ShouldBe(("ordinary", "silver", TierChangeReason.Participation));
    }

    [Fact, Trait("Req", "CORE-18"), Trait("Req", "CORE-44")]
    public async Task An_activity_counts_once_a_day_and_a_key_once()
    {
        var member = await shop.MemberAsync();
        var first = TookPart(member, "lecture");
        await shop.Do(first);

        (await shop.Do(first)).Count.ShouldBe(1);
        (await shop.RefusalOf(TookPart(member, "lecture"))).ShouldBe("membership.participation-counted");
        (await shop.Do(TookPart(member, "survey"))).Count.ShouldBe(2);
    }

    private static RecordParticipation.Input TookPart(string member, string activity) =>
        new() { Key = Key(), Member = member, Activity = activity };
}
