using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class TierTurnTestsOnSqlite(SqliteShop shop) : TierTurnTests(shop), IClassFixture<SqliteShop>;

public sealed class TierTurnTestsOnPostgres(PostgresShop shop) : TierTurnTests(shop), IClassFixture<PostgresShop>;

/// <summary>A programme that turns from a lifetime to periods, or back.</summary>
public abstract class TierTurnTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-52")]
    public async Task Turning_from_a_lifetime_to_card_years_takes_no_tier_away_and_back_counts_the_lifetime_again()
    {
        shop.Clock.Set("2030-03-01");
        await shop.TurnToAsync(QualificationPeriod.Lifetime);
        shop.Clock.Set("2030-03-02");
        var member = (await shop.Do(Enrol(Mobile(2)))).MemberNo;
        await shop.Do(Buy(member, 6_000));

        shop.Clock.Set("2030-07-01");
        await shop.TurnToAsync(QualificationPeriod.CardYear);
        await shop.Do(Buy(member, 10));
        (await TierOf(member)).ShouldBe("gold");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("gold");

        shop.Clock.Set("2030-09-01");
        await shop.TurnToAsync(QualificationPeriod.Lifetime);
        await shop.Do(Buy(member, 3_990.01m));
        (await TierOf(member)).ShouldBe("diamond");
    }

    [Fact, Trait("Req", "CORE-18"), Trait("Req", "CORE-52")]
    public async Task A_lifetime_begins_with_growth_points_and_participation_of_the_years_before()
    {
        shop.Clock.Set("2050-01-01");
        await shop.ChangeAsync(d => d with { TierSet = ByAll(d.TierSet) with { Period = QualificationPeriod.CalendarYear } });
        shop.Clock.Set("2050-05-01");
        var member = (await shop.Do(Enrol(Mobile(5)))).MemberNo;
        await shop.Do(Buy(member, 600));
        await shop.Do(new RecordParticipation.Input { Key = Key(), Member = member, Activity = "lecture" });
        shop.Clock.Set("2051-05-01");
        await shop.Do(Buy(member, 300));
        await shop.Do(Buy(member, 0));
        await shop.ChangeAsync(d => d with { TierSet = ByAll(d.TierSet) });
        shop.Clock.Set("2051-05-02");
        (await shop.Do(Buy(member, 99))).TierCodeAfter.ShouldBe("ordinary");
        (await FileOf(member)).Metrics.ShouldBe(new TierMetrics
        {
            SpendFen = 999_00, Purchases = 3, Growth = 999, PointsEarned = 999, Participation = 1,
        });

        (await shop.Do(Buy(member, 1))).TierCodeAfter.ShouldBe("silver");
    }

    [Fact, Trait("Req", "CORE-28")]
    public async Task A_lifetime_whose_promotions_reset_does_not_count_what_they_used_up()
    {
        shop.Clock.Set("2055-01-01");
        await shop.ChangeAsync(d => d with
        {
            TierSet = d.TierSet with { Period = QualificationPeriod.CalendarYear, ResetOnPromotion = true },
        });
        shop.Clock.Set("2055-05-01");
        var member = (await shop.Do(Enrol(Mobile(6)))).MemberNo;
        (await shop.Do(Buy(member, 4_900))).TierCodeAfter.ShouldBe("silver");
        await shop.ChangeAsync(d => d with { TierSet = d.TierSet with { ResetOnPromotion = true } });
        shop.Clock.Set("2055-05-02");

        (await shop.Do(Buy(member, 200))).TierCodeAfter.ShouldBe("silver", "200 yuan count since the promotion");
    }

    [Fact]
    public async Task The_turn_to_card_years_is_on_the_brands_day()
    {
        shop.Clock.Set("2035-06-01");
        await shop.TurnToAsync(QualificationPeriod.Lifetime);
        var member = (await shop.Do(Enrol(Mobile(3)))).MemberNo;
        await shop.TurnToAsync(QualificationPeriod.CardYear, from: new DateTime(2035, 7, 1));
        shop.Clock.Set("2035-07-02");
        await shop.Do(Buy(member, 10));

        (await FileOf(member)).PeriodStart.ShouldBe(new DateOnly(2035, 7, 1));
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_lifetime_loses_what_is_refunded_of_receipts_from_before_it()
    {
        shop.Clock.Set("2037-01-01");
        await shop.TurnToAsync(QualificationPeriod.CardYear);
        shop.Clock.Set("2037-01-02");
        var member = (await shop.Do(Enrol(Mobile(4)))).MemberNo;
        await shop.Do(Buy(member, 6_000, receiptNo: "before"));
        shop.Clock.Set("2038-03-01");
        await shop.Do(Buy(member, 5));
        await shop.TurnToAsync(QualificationPeriod.Lifetime);
        shop.Clock.Set("2038-03-02");
        await shop.Do(Buy(member, 10));
        (await FileOf(member)).Metrics.SpendFen.ShouldBe(601_500);

        await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = "before", Amount = Money.FromYuan(6_000),
        });

        (await FileOf(member)).Metrics.ShouldSatisfyAllConditions(m => m.SpendFen.ShouldBe(1_500), m => m.Purchases.ShouldBe(2));
        (await TierOf(member)).ShouldBe("ordinary", "gold came from what is refunded");
    }

    private static TierSet ByAll(TierSet set) => set.SilverAt(
        new QualificationGoal(TierMetric.Growth, 1_000),
        new QualificationGoal(TierMetric.PointsEarned, 1_000),
        new QualificationGoal(TierMetric.Participation, 1));

    private Task<Member> FileOf(string member) => shop.InTables(services =>
        services.GetRequiredService<MembershipDb>().Members.SingleAsync(m => m.MemberNo == member));

    private async Task<string> TierOf(string member) => (await shop.Do(new ReadMember.Input(member))).Tier.Code;
}
