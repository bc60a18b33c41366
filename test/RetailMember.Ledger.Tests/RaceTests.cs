using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class RaceTestsOnSqlite(SqliteLedger fixture) : RaceTests(fixture), IClassFixture<SqliteLedger>;

public sealed class RaceTestsOnPostgres(PostgresLedger fixture) : RaceTests(fixture), IClassFixture<PostgresLedger>;

public abstract class RaceTests(LedgerFixture fixture)
{
    private const int Callers = 20;

    [Fact]
    public async Task Of_twenty_gifts_of_the_last_points_one_succeeds()
    {
        var giver = Someone();
        await fixture.Post(Earn(giver, 100, "2025-05-01", "2026-04-30"));

        var outcomes = await InParallel(_ => fixture.Post(Gift(giver, Someone(), 100, "2025-05-02")));

        outcomes.Count(o => o.Status == PostingStatus.Posted).ShouldBe(1);
        outcomes.Count(o => o.Code == LedgerRefusals.Insufficient).ShouldBe(Callers - 1);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task Of_twenty_calls_with_one_key_one_posts_and_all_have_its_answer()
    {
        var member = Someone();
        var earn = Earn(member, 100, "2025-05-01");

        var outcomes = await InParallel(_ => fixture.Post(earn));

        outcomes.Count(o => o.Status == PostingStatus.Posted).ShouldBe(1);
        outcomes.Select(o => o.Id).Distinct().Count().ShouldBe(1);
        (await Total(member)).ShouldBe(100);
    }

    [Fact]
    public async Task Twenty_first_postings_of_new_members_open_each_account_once()
    {
        Guid[] members = [Someone(), Someone(), Someone()];

        await InParallel(i => fixture.Post([.. members.Select(m => Earn(m, i + 1, "2025-05-01"))]));

        foreach (var member in members) (await Total(member)).ShouldBe(Callers * (Callers + 1) / 2);
    }

    [Fact]
    public async Task Gifts_in_both_directions_do_not_block_each_other()
    {
        var (one, other) = (Someone(), Someone());
        await fixture.Post(Earn(one, 1000, "2025-05-01"), Earn(other, 1000, "2025-05-01"));

        await InParallel(i => i % 2 == 0
            ? fixture.Post(Gift(one, other, 10, "2025-05-02"), Gift(other, one, 10, "2025-05-02"))
            : fixture.Post(Gift(other, one, 10, "2025-05-02"), Gift(one, other, 10, "2025-05-02")));

        (await Total(one)).ShouldBe(1000);
        (await Total(other)).ShouldBe(1000);
    }

    [Fact]
    public async Task Spending_and_expiring_at_once_takes_each_point_once()
    {
        var member = Someone();
        await fixture.Post([.. Enumerable.Range(0, 10).Select(_ => Earn(member, 10, "2025-05-01", "2025-05-31"))]);

        await InParallel(async i =>
        {
            if (i % 2 == 0) return await fixture.Post(Spend(member, 10, "2025-05-31"));
            await fixture.Ask(l => l.ExpireAsync(Day("2025-06-01"), 3));
            return [];
        });

        while (await fixture.Ask(l => l.ExpireAsync(Day("2025-06-01"), 100)) > 0) { }
        (await Total(member)).ShouldBe(0);
        (await fixture.Audit(LedgerFixture.Points, Day("2025-06-01"))).Breaches.ShouldBeEmpty();
    }

    private static async Task<List<PostingOutcome>> InParallel(Func<int, Task<IReadOnlyList<PostingOutcome>>> call)
    {
        var calls = Enumerable.Range(0, Callers).Select(i => Task.Run(() => call(i)));
        return [.. (await Task.WhenAll(calls)).SelectMany(outcomes => outcomes)];
    }

    private async Task<long> Total(Guid owner) =>
        (await fixture.Ask(l => l.ReadBalancesAsync([owner], LedgerFixture.Points, Day("2025-05-01"))))[owner].Total;
}
