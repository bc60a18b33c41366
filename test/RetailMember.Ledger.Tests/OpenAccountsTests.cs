using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class OpenAccountsTestsOnSqlite(SqliteLedger fixture)
    : OpenAccountsTests(fixture), IClassFixture<SqliteLedger>;

public sealed class OpenAccountsTestsOnPostgres(PostgresLedger fixture)
    : OpenAccountsTests(fixture), IClassFixture<PostgresLedger>;

public abstract class OpenAccountsTests(LedgerFixture fixture)
{
    private const string Today = "2025-06-01";

    [Fact, Trait("Req", "CORE-43")]
    public async Task Each_debit_sees_what_the_ones_before_it_took_and_all_count_once_saved()
    {
        var member = Someone();
        await fixture.Post(
            Earn(member, 100, "2025-05-01", until: "2025-07-31"), Earn(member, 50, "2025-05-01", until: "2025-06-30"),
            Earn(member, 30, "2025-05-01", from: "2025-06-02"));

        await fixture.Ask(async ledger =>
        {
            var open = await OpenAsync(ledger, (member, 200));
            open.UsableOf(member).Select(l => l.Remaining).ShouldBe([50, 100]);
            open.Take([Spend(member, 120, Today)]).ShouldBeNull();
            open.UsableOf(member).Select(l => l.Remaining).ShouldBe([30]);
            open.BalanceOf(member).ShouldBe(60);
            var no = open.Take([Spend(member, 31, Today)])!;
            (no.Code, no.Available).ShouldBe((LedgerRefusals.Insufficient, 30));
            open.Take([Spend(member, 30, Today)]).ShouldBeNull();
            await open.SaveAsync();
            return true;
        });

        (await TotalAsync(member)).ShouldBe(30);
        (await fixture.Audit(LedgerFixture.Points, Day(Today))).Breaches.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "RD-08")]
    public async Task Debits_of_several_owners_stand_or_fall_together()
    {
        var (one, other) = (Someone(), Someone());
        await fixture.Post(Earn(one, 100, "2025-05-01"), Earn(other, 10, "2025-05-01"));

        await fixture.Ask(async ledger =>
        {
            var open = await OpenAsync(ledger, (one, 100), (other, 100));
            open.Take([Spend(one, 50, Today), Spend(other, 11, Today)])!.Code.ShouldBe(LedgerRefusals.Insufficient);
            (open.BalanceOf(one), open.BalanceOf(other)).ShouldBe((100, 10));
            open.Take([Spend(one, 50, Today), Spend(other, 10, Today)]).ShouldBeNull();
            await open.SaveAsync();
            return true;
        });

        ((await TotalAsync(one)), (await TotalAsync(other))).ShouldBe((50, 0));
    }

    [Fact]
    public async Task Who_has_no_account_has_nothing_and_gets_none()
    {
        var nobody = Someone();

        var refused = await fixture.Ask(async ledger =>
        {
            var open = await OpenAsync(ledger, (nobody, 1));
            open.BalanceOf(nobody).ShouldBe(0);
            open.UsableOf(nobody).ShouldBeEmpty();
            var no = open.Take([Spend(nobody, 1, Today)]);
            await open.SaveAsync();
            return no;
        });

        refused!.Code.ShouldBe(LedgerRefusals.Insufficient);
        (await fixture.Ask(l => l.ReadBalancesAsync([nobody], LedgerFixture.Points, Day(Today)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hole_is_no_points_and_an_account_of_many_lots_gives_all_that_it_has()
    {
        var (owing, many) = (Someone(), Someone());
        await fixture.Post(Earn(owing, 20, "2025-05-01"), Spend(owing, 50, "2025-05-02", Shortage.Overdraw));
        await fixture.Post(
            [.. Enumerable.Range(0, 70).Select(i => Earn(many, 1, "2025-05-01", $"2025-{7 + i % 3:D2}-01"))]);

        await fixture.Ask(async ledger =>
        {
            var open = await OpenAsync(ledger, (owing, 10), (many, 71));
            open.UsableOf(owing).ShouldBeEmpty();
            open.BalanceOf(owing).ShouldBe(-30);
            open.Take([Spend(many, 71, Today)])!.Available.ShouldBe(70);
            open.Take([Spend(many, 70, Today)]).ShouldBeNull();
            return true;
        });
    }

    [Fact, Trait("Req", "RD-10")]
    public async Task Of_twenty_who_open_the_account_of_the_last_points_one_takes_them()
    {
        var member = Someone();
        await fixture.Post(Earn(member, 100, "2025-05-01"));

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.Ask(async ledger =>
        {
            var open = await OpenAsync(ledger, (member, 100));
            var no = open.Take([Spend(member, 100, Today)]);
            await open.SaveAsync();
            return no is null;
        })));

        taken.Count(t => t).ShouldBe(1);
        (await TotalAsync(member)).ShouldBe(0);
    }

    private static Task<IOpenAccounts> OpenAsync(ILedger ledger, params (Guid Owner, long Most)[] most) =>
        ledger.OpenAsync(LedgerFixture.Points, Day(Today), most.ToDictionary(m => m.Owner, m => m.Most));

    private async Task<long> TotalAsync(Guid owner) =>
        (await fixture.Ask(l => l.ReadBalancesAsync([owner], LedgerFixture.Points, Day(Today))))[owner].Total;
}
