using Microsoft.Extensions.DependencyInjection;
using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class SuccessionTestsOnSqlite(SqliteLedger fixture) : SuccessionTests(fixture), IClassFixture<SqliteLedger>;

public sealed class SuccessionTestsOnPostgres(PostgresLedger fixture) : SuccessionTests(fixture), IClassFixture<PostgresLedger>;

public abstract class SuccessionTests(LedgerFixture fixture)
{
    private readonly Guid one = Someone();
    private readonly Guid other = Someone();

    [Fact, Trait("Req", "CORE-49")]
    public async Task Lots_move_with_their_own_days_and_come_back()
    {
        await fixture.Post(
            Earn(one, 100, "2025-03-15", "2026-03-14"), Earn(other, 150, "2025-05-01", "2026-04-30"),
            Earn(other, 50, "2025-05-01", "2026-04-30", from: "2025-07-01"));

        await TakeOver();

        (await Lots(one)).ShouldBe(
            [(100, Day("2025-03-15"), Day("2026-03-14")), (150, Day("2025-05-01"), Day("2026-04-30")),
             (50, Day("2025-07-01"), Day("2026-04-30"))]);
        (await Lots(other)).ShouldBeEmpty();
        await Sound();

        (await HandBack()).ShouldBe(new SuccessionLine(LedgerFixture.Points, 200));
        (await Lots(one)).ShouldBe([(100, Day("2025-03-15"), Day("2026-03-14"))]);
        (await Lots(other)).ShouldBe(
            [(150, Day("2025-05-01"), Day("2026-04-30")), (50, Day("2025-07-01"), Day("2026-04-30"))]);
        await Sound();
    }

    [Theory, Trait("Req", "CORE-49")]
    [InlineData(50, 200)]
    [InlineData(300, 40)]
    [InlineData(-70, 200)]
    [InlineData(200, -70)]
    [InlineData(-30, -40)]
    public async Task Debts_move_too_and_come_back(long mine, long his)
    {
        await Stand(one, mine);
        await Stand(other, his);

        await TakeOver();

        ((await Total(one)), await Total(other)).ShouldBe((mine + his, 0));
        await Sound();
        (await HandBack()).ShouldBe(new SuccessionLine(LedgerFixture.Points, his));
        ((await Total(one)), await Total(other)).ShouldBe((mine, his));
        await Sound();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task What_was_spent_meanwhile_is_missing()
    {
        await fixture.Post(Earn(one, 100, "2025-03-15", "2026-03-14"), Earn(other, 200, "2025-01-01", "2025-12-31"));
        await TakeOver();
        await fixture.Post(Spend(one, 250, "2025-06-02"));

        (await HandBack()).ShouldBe(new SuccessionLine(LedgerFixture.Points, 0, Missing: 200));

        ((await Total(one)), await Total(other)).ShouldBe((50, 0));
        await Sound();
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_grant_of_the_other_is_taken_back_from_the_lot_that_stands_in_for_it()
    {
        var grant = Earn(other, 200, "2025-05-01", "2026-04-30", from: "2025-07-01");
        await fixture.Post(Earn(one, 100, "2025-03-15", "2026-03-14"), grant);
        await TakeOver();

        var half = await fixture.Post(Undo(grant, 80, "2025-06-02") with { Owner = one, OnlyWhilePending = true });

        (half[0].Amount, half[0].BalanceAfter).ShouldBe((-80, 220));
        (await Lots(one)).Select(l => l.Item1).ShouldBe([100, 120]);
        (await HandBack()).ShouldBe(new SuccessionLine(LedgerFixture.Points, 120));
        var rest = await fixture.Post(Undo(grant, 121, "2025-06-04"), Undo(grant, 120, "2025-06-04"));
        rest.Select(r => (r.Amount, r.Code)).ShouldBe([(0, LedgerRefusals.OverReversal), (-120, null)]);
        await Sound();
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task What_the_other_spent_is_given_back_with_the_days_of_its_lots_and_is_his_again_afterwards()
    {
        var spent = Spend(other, 130, "2025-05-02");
        await fixture.Post(
            Earn(other, 100, "2025-03-01", "2026-02-28"), Earn(other, 100, "2025-05-01", "2026-04-30"), spent);
        await TakeOver();

        var back = await fixture.Post(Undo(spent, 50, "2025-06-02") with { Owner = one });

        (back[0].Amount, back[0].BalanceAfter).ShouldBe((50, 120));
        (await Lots(one)).Select(l => (l.Item1, l.Item3)).Order()
            .ShouldBe([(20, Day("2026-02-28")), (30, Day("2026-04-30")), (70, Day("2026-04-30"))]);
        await HandBack();
        await fixture.Post(Undo(spent, 80, "2025-06-04"));
        (await Lots(other)).Select(l => (l.Item1, l.Item3)).ShouldBe([(100, Day("2026-02-28")), (100, Day("2026-04-30"))]);
        await Sound();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task Whoever_still_names_the_other_means_the_successor()
    {
        await fixture.Post(Earn(other, 200, "2025-05-01", "2026-04-30"));
        await TakeOver();

        var outcomes = await fixture.Post(Earn(other, 50, "2025-06-02"), Spend(other, 10, "2025-06-02"));

        outcomes.Select(o => o.BalanceAfter).ShouldBe([250, 240]);
        ((await Total(one)), await Total(other)).ShouldBe((240, 0));
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task A_counter_moves_and_comes_back_less_what_was_undone_of_it()
    {
        var grown = Earn(other, 500, "2025-05-01") with { Unit = LedgerFixture.Growth };
        await fixture.Post(grown, Earn(one, 30, "2025-05-01") with { Unit = LedgerFixture.Growth });
        await TakeOver();
        await fixture.Post(
            Undo(grown, 200, "2025-06-02") with { Owner = one },
            Earn(one, 7, "2025-06-02") with { Unit = LedgerFixture.Growth });

        (await HandBack()).ShouldBe(new SuccessionLine(LedgerFixture.Growth, 300));

        var growth = await fixture.Ask(l => l.ReadBalancesAsync([one, other], LedgerFixture.Growth, Day("2025-06-03")));
        (growth[one].Total, growth[other].Total).ShouldBe((37, 300));
    }

    private async Task Stand(Guid owner, long balance)
    {
        if (balance > 0) await fixture.Post(Earn(owner, balance, "2025-05-01", "2026-04-30"));
        else await fixture.Post(Spend(owner, -balance, "2025-05-01", Shortage.Overdraw));
    }

    private Task<IReadOnlyList<SuccessionLine>> TakeOver() => Succeed(s => s.TakeOverAsync(Order($"merge:{other:N}", "2025-06-01")));

    private async Task<SuccessionLine> HandBack() =>
        (await Succeed(s => s.HandBackAsync(Order($"unmerge:{other:N}", "2025-06-03"), $"merge:{other:N}"))).Single();

    private Succession Order(string key, string on) => new(key, other, one, Day(on), PostingReason.None);

    private Task<IReadOnlyList<SuccessionLine>> Succeed(
        Func<ILedgerSuccession, Task<IReadOnlyList<SuccessionLine>>> ask) => fixture.Database.InBrandAsync(
        LedgerFixture.Brand, scope => ask(scope.GetRequiredService<ILedgerSuccession>()));

    private async Task<IEnumerable<(long, DateOnly, DateOnly)>> Lots(Guid owner) =>
        (await fixture.Ask(l => l.ReadLotsAsync(owner, LedgerFixture.Points)))
            .Select(l => (l.Remaining, l.StartsOn, l.ExpiresOn!.Value)).OrderBy(l => l.Item3).ThenByDescending(l => l.Remaining);

    private async Task<long> Total(Guid owner) => (await fixture.Ask(
        l => l.ReadBalancesAsync([owner], LedgerFixture.Points, Day("2025-06-03"))))[owner].Total;

    private async Task Sound() => (await fixture.Audit(LedgerFixture.Points, Day("2025-06-05"))).Breaches.ShouldBeEmpty();
}
