using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Shop;

/// <summary>Rows that an earlier version wrote.</summary>
public sealed class UpgradeTests
{
    private const string Person = "01900000-0000-7000-8000-0000000000A1";
    private const string First = "01900000-0000-7000-8000-0000000000B1";
    private const string Second = "01900000-0000-7000-8000-0000000000B2";

    [Theory, Trait("Req", "OPS-05")]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_stood_unsealed_is_sealed_and_found_and_numbers_and_receipts_are_kept(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind, services => services
            .AddModuleDb<MembershipDb, MembershipSqliteDb, MembershipPostgresDb, MembershipSqlServerDb>());
        await InTablesAsync(database, db => db.GetService<IMigrator>().MigrateAsync("ImportSignOfLife"));
        await InTablesAsync(database, WriteAsBeforeAsync);

        for (var start = 0; start < 2; start++) await database.Services.GetRequiredService<Migrator>().MigrateAsync();

        await InTablesAsync(database, async db =>
        {
            var person = await db.People.AsNoTracking().SingleAsync();
            var index = new PersonIndex(database.Services.GetRequiredService<PersonalData>());
            (person.Birthday, person.Sex, person.BirthdayIndex)
                .ShouldBe((new DateOnly(1990, 2, 28), Sex.Male, index.OfBirthday(2, 28)));
            (await TextsAsync(db, "birthday")).ShouldAllBe(text => PersonalData.IsSealed(text));
            (await TextsAsync(db, "sex")).ShouldAllBe(text => PersonalData.IsSealed(text));
            var members = await db.Members.AsNoTracking().OrderBy(m => m.Id).ToListAsync();
            members.Select(m => (m.MemberNo, m.NumberKey)).ShouldBe(
                [("vip-1", "VIP-1"), ("VIP-1", "VIP-1#" + (await IdTextAsync(db)))]);
            (await db.EnrolmentReceipts.SingleAsync()).ShouldSatisfyAllConditions(
                r => r.Receipt.ShouldBe("11:R-1"), r => r.MemberId.ShouldBe(Guid.Parse(First)));
        });
    }

    private static async Task WriteAsBeforeAsync(MembershipDb db)
    {
        const string person = "INSERT INTO membership_person (id, birthday, birthday_corrected, sex, created_at) "
            + $"VALUES ('{Person}', '1990-02-28', false, 2, '2026-01-01 00:00:00')";
        await db.Database.ExecuteSqlRawAsync(person);
        foreach (var (id, number, receipt) in ((string, string, string)[])[(First, "vip-1", "'11:R-1'"), (Second, "VIP-1", "NULL")])
        {
            var member = "INSERT INTO membership_member (id, brand_id, member_no, status, joined_on, enrolment_receipt, "
                + "tier, tier_since, carried_tier, period_start, metrics_epoch, spend_fen, purchases, growth, points_earned, participation, "
                + "lifetime_spend_fen, lifetime_purchases, version) VALUES "
                + $"('{id}', 1, '{number}', 0, '2026-01-01', {receipt}, 'ordinary', '2026-01-01', 'ordinary', '2026-01-01', "
                + "0, 0, 0, 0, 0, 0, 0, 0, 0)";
            await db.Database.ExecuteSqlRawAsync(member);
        }
    }

    private static Task<List<string>> TextsAsync(MembershipDb db, string column)
    {
        var sql = $"SELECT {column} AS \"Value\" FROM membership_person";
        return db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    private static Task<string> IdTextAsync(MembershipDb db) => db.Database.SqlQueryRaw<string>(
        "SELECT CAST(id AS varchar(36)) AS \"Value\" FROM membership_member WHERE member_no = 'VIP-1'").SingleAsync();

    private static async Task InTablesAsync(TestDatabase database, Func<MembershipDb, Task> work)
    {
        await using var scope = database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = 1;
        await work(scope.ServiceProvider.GetRequiredService<MembershipDb>());
    }
}
