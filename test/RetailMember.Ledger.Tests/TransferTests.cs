using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class TransferTestsOnSqlite(SqliteLedger fixture) : TransferTests(fixture), IClassFixture<SqliteLedger>;

public sealed class TransferTestsOnPostgres(PostgresLedger fixture) : TransferTests(fixture), IClassFixture<PostgresLedger>;

public abstract class TransferTests(LedgerFixture fixture)
{
    [Fact, Trait("Req", "CORE-16")]
    public async Task Lots_that_end_too_soon_stay_where_they_are()
    {
        var (giver, friend) = (Someone(), Someone());
        await fixture.Post(Earn(giver, 100, "2025-03-15", "2025-06-30"), Earn(giver, 200, "2025-03-15", "2026-03-14"));

        var sent = await fixture.Post(
            Gift(giver, friend, 201, "2025-06-01") with { LastingUntil = Day("2025-07-01") },
            Gift(giver, friend, 150, "2025-06-01") with { LastingUntil = Day("2025-07-01") });

        (sent[0].Code, sent[0].Available).ShouldBe((LedgerRefusals.Insufficient, 200));
        (await Lots(giver)).ShouldBe([(100, Day("2025-06-30")), (50, Day("2026-03-14"))]);
        (await Lots(friend)).ShouldBe([(150, Day("2026-03-14"))]);
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task What_is_given_back_goes_into_the_lots_that_it_came_from()
    {
        var (giver, friend) = (Someone(), Someone());
        var gift = Gift(giver, friend, 250, "2025-06-01");
        await fixture.Post(Earn(giver, 100, "2025-03-15", "2025-06-30"), Earn(giver, 200, "2025-03-15", "2026-03-14"), gift);

        var back = await fixture.Post(Back(gift, 100), Back(gift, 151), Back(gift, 150));

        back.Select(b => (b.Amount, b.Code)).ShouldBe([(-100, null), (0, LedgerRefusals.OverReversal), (-150, null)]);
        (await Lots(giver)).ShouldBe([(100, Day("2025-06-30")), (200, Day("2026-03-14"))]);
        (await Lots(friend)).ShouldBeEmpty();
        (await fixture.Audit(LedgerFixture.Points, Day("2025-06-02"))).ShouldSatisfyAllConditions(
            a => a.Breaches.ShouldBeEmpty(), a => a.Transferred.ShouldBe(0));
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task What_the_friend_has_spent_is_not_taken_from_his_own()
    {
        var (giver, friend) = (Someone(), Someone());
        var gift = Gift(giver, friend, 100, "2025-06-01");
        await fixture.Post(
            Earn(giver, 100, "2025-03-15", "2025-06-30"), Earn(friend, 500, "2025-03-15", "2026-03-14"), gift,
            Spend(friend, 60, "2025-06-02"));

        var back = await fixture.Post(Back(gift, 100));

        (back[0].Code, back[0].Available).ShouldBe((LedgerRefusals.Insufficient, 40));
        (await Lots(friend)).ShouldBe([(40, Day("2025-06-30")), (500, Day("2026-03-14"))]);
    }

    private async Task<IEnumerable<(long, DateOnly)>> Lots(Guid owner) =>
        (await fixture.Ask(l => l.ReadLotsAsync(owner, LedgerFixture.Points))).Select(l => (l.Remaining, l.ExpiresOn!.Value));

    private static Return Back(Transfer gift, long amount) => new()
    {
        Key = Guid.CreateVersion7().ToString(), Owner = gift.To, To = gift.Owner, Unit = gift.Unit, Amount = amount,
        On = gift.On.AddDays(1), Returns = gift.Key,
    };
}
