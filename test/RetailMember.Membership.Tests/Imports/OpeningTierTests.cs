using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Work;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Imports;

public sealed class OpeningTierTestsOnSqlite() : OpeningTierTests(new SqliteShop());

public sealed class OpeningTierTestsOnPostgres() : OpeningTierTests(new PostgresShop());

/// <summary>Members who joined long ago and bring their tier along.</summary>
[Trait("Req", "CORE-50"), Trait("Req", "CORE-52")]
public abstract class OpeningTierTests(Shop.Shop shop) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return shop.DisposeAsync();
    }

    [Theory]
    [InlineData(nameof(QualificationPeriod.CalendarYear), "2026-01-01", "2027-01-01")]
    [InlineData(nameof(QualificationPeriod.CardYear), "2025-05-20", "2026-05-20")]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), "2026-01-01", "2026-04-01")]
    public async Task The_tier_is_first_reviewed_at_the_end_of_the_period_of_the_import(
        string period, string running, string reviewed)
    {
        shop.Clock.Set("2023-12-01");
        await shop.TurnToAsync(Enum.Parse<QualificationPeriod>(period));
        shop.Clock.Set("2026-03-02");
        await BringAsync("A1", "gold");

        await shop.Do(new ReviewTiers.Input());

        (await FileOf("A1")).ShouldSatisfyAllConditions(
            m => m.Tier.ShouldBe("gold"), m => m.PeriodStart.ShouldBe(DateOnly.Parse(running, CultureInfo.InvariantCulture)));
        shop.Clock.Set(reviewed);
        await shop.Do(new ReviewTiers.Input());
        (await FileOf("A1")).Tier.ShouldBe("ordinary", "nothing was bought in the running period");
    }

    [Fact]
    public async Task Receipts_of_earlier_years_that_follow_leave_the_tier_and_the_running_year_as_they_are()
    {
        shop.Clock.Set("2023-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2026-03-02");
        await BringAsync("A1", "gold");

        await shop.Do(Buy("A1", 300, day: "2024-08-08"));
        await shop.Do(Buy("A1", 40, day: "2026-02-01"));

        (await FileOf("A1")).ShouldSatisfyAllConditions(
            m => m.Tier.ShouldBe("gold"),
            m => m.Metrics.SpendFen.ShouldBe(40_00),
            m => m.LifetimeSpendFen.ShouldBe(340_00));
    }

    [Fact]
    public async Task Into_a_second_lifetime_it_comes_past_the_years_between()
    {
        shop.Clock.Set("2023-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2026-01-15");
        await shop.TurnToAsync(QualificationPeriod.Lifetime);
        shop.Clock.Set("2026-03-02");
        await BringAsync("A1", "gold");

        await shop.Do(new ReviewTiers.Input());
        await shop.Do(Buy("A1", 300, day: "2024-08-08"));

        (await FileOf("A1")).ShouldSatisfyAllConditions(
            m => m.Tier.ShouldBe("gold"), m => m.Metrics.SpendFen.ShouldBe(300_00));
    }

    private async Task BringAsync(string memberNo, string tier)
    {
        var row = new MemberRow { MemberNo = memberNo, JoinedOn = new DateOnly(2021, 5, 20), Tier = tier };
        (await shop.Do(new EnrolMembers.Input([row]) { NumbersOnly = true })).Rows.Single().Fault.ShouldBeNull();
    }

    private Task<Member> FileOf(string member) => shop.InTables(services =>
        services.GetRequiredService<MembershipDb>().Members.AsNoTracking().SingleAsync(m => m.MemberNo == member));
}
