using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class TierReviewTestsOnSqlite(SqliteShop shop) : TierReviewTests(shop), IClassFixture<SqliteShop>;

public sealed class TierReviewTestsOnPostgres(PostgresShop shop) : TierReviewTests(shop), IClassFixture<PostgresShop>;

public abstract class TierReviewTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-52")]
    public async Task Gold_that_spends_too_little_is_warned_in_november_and_becomes_silver_at_new_year()
    {
        shop.Clock.Set("2024-12-31");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2025-02-01");
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        await shop.Do(Buy(member, 6_000));
        shop.Clock.Set("2026-01-01");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("gold");
        shop.Clock.Set("2026-05-01");
        await shop.Do(Buy(member, 2_000));

        shop.Clock.Set("2026-10-31");
        (await shop.Do(new ReviewTiers.Input())).Warned.ShouldBe(0);
        shop.Clock.Set("2026-11-02");
        (await shop.Do(new ReviewTiers.Input())).Warned.ShouldBe(1);
        (await shop.Do(new ReviewTiers.Input())).Warned.ShouldBe(0);
        shop.Outbox.Told.OfType<TierAtRisk>().Single()
            .ShouldSatisfyAllConditions(r => r.Projected.ShouldBe("silver"), r => r.PeriodEnd.ShouldBe(new DateOnly(2026, 12, 31)));

        shop.Clock.Set("2026-12-31");
        (await shop.Do(new ReviewTiers.Input())).Changed.ShouldBe(0);
        shop.Clock.Set("2027-01-01");
        (await shop.Do(new ReviewTiers.Input())).Changed.ShouldBe(1);
        (await TierOf(member)).ShouldBe("silver");
        (await shop.Do(new ReviewTiers.Input())).Changed.ShouldBe(0);
    }

    private async Task<string> TierOf(string member) => (await shop.Do(new ReadMember.Input(member))).Tier.Code;
}
