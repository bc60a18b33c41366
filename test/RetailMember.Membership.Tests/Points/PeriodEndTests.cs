using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class PeriodEndTestsOnSqlite() : PeriodEndTests(new SqliteShop());

public sealed class PeriodEndTestsOnPostgres() : PeriodEndTests(new PostgresShop());

/// <summary>Days on which some members have entered a new period and others have not.</summary>
public abstract class PeriodEndTests(Shop.Shop shop) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return shop.DisposeAsync();
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task A_review_as_of_a_day_of_an_ended_period_warns_nobody_by_the_metrics_of_the_running_one()
    {
        shop.Clock.Set("2034-12-31");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2035-02-01");
        var member = (await shop.Do(Enrol(Mobile(2)))).MemberNo;
        await shop.Do(Buy(member, 6_000));
        shop.Clock.Set("2036-01-02");
        await shop.Do(Buy(member, 6_000));
        shop.Clock.Set("2037-01-02");
        await shop.Do(Buy(member, 10));

        await shop.Do(new ReviewTiers.Input(new DateOnly(2036, 12, 20)));

        shop.Outbox.Told.OfType<TierAtRisk>().ShouldNotContain(r => r.PeriodEnd == new DateOnly(2036, 12, 31));
        shop.Clock.Set("2037-12-20");
        (await shop.Do(new ReviewTiers.Input())).Warned.ShouldBe(1);
    }

    [Fact, Trait("Req", "CORE-37"), Trait("Req", "CORE-52")]
    public async Task Before_the_nightly_review_of_new_years_day_the_file_shows_the_new_period_and_changes_nothing()
    {
        shop.Clock.Set("2044-12-31");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2045-02-01");
        var member = (await shop.Do(Enrol(Mobile(3)))).MemberNo;
        await shop.Do(Buy(member, 6_000));
        shop.Clock.Set("2046-02-01");
        await shop.Do(Buy(member, 2_000));

        shop.Clock.Set("2047-01-01");
        var file = await shop.Do(new ReadMember.Input(member));

        file.Tier.Code.ShouldBe("silver");
        file.Progress!.PeriodEnd.ShouldBe(new DateOnly(2047, 12, 31));
        file.Progress.NextTier!.Goals.ShouldAllBe(g => g.Reached == 0);
        (await shop.Do(new ReadTierHistory.Input(member))).Steps[0].ToTier.Code.ShouldBe("gold");

        await shop.Do(new ReviewTiers.Input());

        (await shop.Do(new ReadTierHistory.Input(member))).Steps[0].ToTier.Code.ShouldBe("silver");
    }
}
