using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Ledger.Data;
using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class AuditTestsOnSqlite(SqliteLedger fixture) : AuditTests(fixture), IClassFixture<SqliteLedger>;

public sealed class AuditTestsOnPostgres(PostgresLedger fixture) : AuditTests(fixture), IClassFixture<PostgresLedger>;

public abstract class AuditTests(LedgerFixture fixture)
{
    private static int lastBrand = 100;

    [Fact, Trait("Req", "OPS-08")]
    public async Task The_figures_are_those_of_the_day_that_is_asked_for()
    {
        var brand = Interlocked.Increment(ref lastBrand);
        var (one, other) = (Someone(), Someone());
        var spend = Spend(one, 60, "2025-06-01");
        await Post(brand, Earn(one, 100, "2025-05-01", "2025-12-31"), Earn(one, 40, "2025-05-10", "2026-05-09", from: "2025-05-17"));
        await Post(brand, spend, Gift(one, other, 10, "2025-06-02"), Undo(spend, 20, "2025-07-01"));
        await fixture.Ask(l => l.ExpireAsync(Day("2026-01-01"), 100), brand);

        (await Line(brand, "2025-05-10")).ShouldSatisfyAllConditions(
            l => l.Issued.ShouldBe(140), l => l.Outstanding.ShouldBe(100), l => l.Pending.ShouldBe(40));
        (await Line(brand, "2025-06-02")).ShouldSatisfyAllConditions(
            l => l.Spent.ShouldBe(60), l => l.Outstanding.ShouldBe(80), l => l.Pending.ShouldBe(0), l => l.Expired.ShouldBe(0));
        (await Line(brand, "2025-07-01")).ShouldSatisfyAllConditions(
            l => l.Spent.ShouldBe(40), l => l.Outstanding.ShouldBe(100), l => l.Transferred.ShouldBe(0), l => l.Accounts.ShouldBe(2));
        (await Line(brand, "2026-01-01")).ShouldSatisfyAllConditions(
            l => l.Expired.ShouldBe(60), l => l.Outstanding.ShouldBe(40), l => l.Breaches.ShouldBeEmpty());
    }

    [Fact, Trait("Req", "OPS-08")]
    public async Task A_lot_that_lapsed_counts_as_expired_before_its_posting_is_written()
    {
        var brand = Interlocked.Increment(ref lastBrand);
        await Post(brand, Earn(Someone(), 100, "2025-05-01", "2025-12-31"));

        (await Line(brand, "2025-12-31")).Outstanding.ShouldBe(100);
        var before = await Line(brand, "2026-01-01");
        await fixture.Ask(l => l.ExpireAsync(Day("2026-01-01"), 100), brand);
        var after = await Line(brand, "2026-01-01");

        (before.Expired, before.Outstanding).ShouldBe((100, 0));
        (after.Expired, after.Outstanding).ShouldBe((100, 0));
    }

    [Theory, Trait("Req", "OPS-08")]
    [InlineData("UPDATE ledger_account SET balance = balance + 1 WHERE brand_id = {0}", "balance-is-not-postings")]
    [InlineData("UPDATE ledger_account SET balance = balance + 1 WHERE brand_id = {0}", "balance-is-not-lots")]
    [InlineData("UPDATE ledger_account SET overdraft = 5 WHERE brand_id = {0}", "overdraft-is-not-holes")]
    [InlineData("UPDATE ledger_posting SET amount = amount + 1 WHERE brand_id = {0} AND amount > 0", "running-balance-is-wrong")]
    [InlineData("UPDATE ledger_posting SET amount = amount + 1 WHERE brand_id = {0} AND amount > 0", "posting-is-not-lots")]
    [InlineData("UPDATE ledger_lot SET remaining = remaining + 1 WHERE brand_id = {0}", "lot-is-not-takes")]
    [InlineData("UPDATE ledger_lot SET remaining = amount + 1 WHERE brand_id = {0}", "lot-out-of-range")]
    [InlineData("UPDATE ledger_posting SET id = id + 1000000 WHERE brand_id = {0} AND amount > 0", "lot-without-posting")]
    [InlineData("UPDATE ledger_posting SET asked = 1000 WHERE brand_id = {0} AND reverses_id IS NOT NULL", "reversed-too-much")]
    [InlineData("UPDATE ledger_account SET id = id + 1000000 WHERE brand_id = {0}", "posting-without-account")]
    [InlineData("UPDATE ledger_lot SET id = id + 1000000 WHERE brand_id = {0}", "take-without-lot")]
    public async Task A_row_that_someone_changed_is_found(string tampering, string breach)
    {
        var brand = Interlocked.Increment(ref lastBrand);
        var member = Someone();
        var spend = Spend(member, 60, "2025-06-01");
        await Post(brand, Earn(member, 100, "2025-05-01", "2026-04-30"), spend, Undo(spend, 20, "2025-06-02"));
        (await Breaches(brand)).ShouldBeEmpty();

        var statement = string.Format(CultureInfo.InvariantCulture, tampering, brand);
        await fixture.Database.InBrandAsync(brand, s => s.GetRequiredService<LedgerDb>().Database.ExecuteSqlRawAsync(statement));

        (await Breaches(brand)).ShouldContain(breach);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_balance_below_the_floor()
    {
        var brand = Interlocked.Increment(ref lastBrand);
        await Post(brand, Earn(Someone(), 10, "2025-05-01") with { Unit = LedgerFixture.Bounded });

        var tampering = fixture.Database.InBrandAsync(brand, s => s.GetRequiredService<LedgerDb>()
            .Database.ExecuteSqlAsync($"UPDATE ledger_account SET balance = -1 WHERE brand_id = {brand}"));

        await Should.ThrowAsync<System.Data.Common.DbException>(tampering);
    }

    [Fact]
    public async Task The_chain_sees_every_brand_and_a_brand_its_own()
    {
        var (brand, other) = (Interlocked.Increment(ref lastBrand), Interlocked.Increment(ref lastBrand));
        await Post(brand, Earn(Someone(), 10, "2025-05-01"));
        await Post(other, Earn(Someone(), 20, "2025-05-01"));

        await using var scope = fixture.Database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().AllBrands = true;
        var chain = await scope.ServiceProvider.GetRequiredService<ILedgerAudit>().VerifyAsync(Day("2025-05-01"));

        chain.Select(l => l.BrandId).ShouldContain(brand);
        chain.Select(l => l.BrandId).ShouldContain(other);
        (await Line(other, "2025-05-01")).Outstanding.ShouldBe(20);
    }

    private Task<IReadOnlyList<PostingOutcome>> Post(int brand, params Posting[] postings) =>
        fixture.Ask(l => l.PostAsync(postings), brand);

    private Task<LedgerAuditLine> Line(int brand, string asOf) => fixture.Audit(LedgerFixture.Points, Day(asOf), brand);

    private async Task<List<string>> Breaches(int brand)
    {
        var lines = await fixture.Database.InBrandAsync(
            brand, s => s.GetRequiredService<ILedgerAudit>().VerifyAsync(Day("2025-12-31")));
        return [.. lines.SelectMany(l => l.Breaches).Select(b => b.Code)];
    }
}
