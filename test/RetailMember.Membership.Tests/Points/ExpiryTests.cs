using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class ExpiryTestsOnSqlite(SqliteShop shop) : ExpiryTests(shop), IClassFixture<SqliteShop>;

public sealed class ExpiryTestsOnPostgres(PostgresShop shop) : ExpiryTests(shop), IClassFixture<PostgresShop>;

public abstract class ExpiryTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-14")]
    public async Task Points_of_a_year_ago_lapse_once_and_say_so()
    {
        shop.Clock.Set("2026-03-14");
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        await shop.Do(Buy(member, 100, "2025-03-15"));
        await shop.Do(Buy(member, 50, "2025-06-01"));
        (await shop.Do(new ExpirePoints.Input())).Lots.ShouldBe(0);

        shop.Clock.Set("2026-03-15");
        (await shop.Do(new ReadMember.Input(member))).Balances[0].Usable.ShouldBe(50);
        (await shop.Do(new ExpirePoints.Input())).Lots.ShouldBe(1);
        (await shop.Do(new ExpirePoints.Input())).Lots.ShouldBe(0);

        var newest = (await shop.Do(new ReadLedger.Input { Member = member })).Items[0];
        (newest.Change, newest.BalanceAfter).ShouldBe((-100, 50));
        newest.Why.Single().Words.ShouldContain("到期");
    }

    [Fact, Trait("Req", "CORE-14"), Trait("Req", "CORE-45")]
    public async Task Points_that_cannot_be_used_yet_are_not_among_those_that_lapse_soon()
    {
        shop.Clock.Set("2027-03-01");
        var member = (await shop.Do(Enrol(Mobile(2)))).MemberNo;
        await shop.ChangeAsync(d => d with
        {
            PendingDays = 7, Expiry = new ExpiryPolicy { Kind = ExpiryKind.RollingFromEarn, Months = 1 },
        });
        shop.Clock.Set("2027-03-02");
        await shop.Do(Buy(member, 100));

        (await shop.Do(new ReadMember.Input(member))).ExpiringSoon.ShouldBe(0);
        shop.Clock.Set("2027-03-09");
        (await shop.Do(new ReadMember.Input(member))).ExpiringSoon.ShouldBe(100);
    }

    [Fact]
    public async Task A_job_does_not_run_for_a_day_to_come_nor_for_one_before_all_business()
    {
        (await shop.RefusalOf(new ExpirePoints.Input(new DateOnly(2099, 1, 1)))).ShouldBe("membership.day-to-come");
        (await shop.RefusalOf(new ExpirePoints.Input(DateOnly.MinValue))).ShouldBe("field.too-long-ago");
    }
}
