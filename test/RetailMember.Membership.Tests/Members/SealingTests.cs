using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class SealingTestsOnSqlite(SqliteShop shop) : SealingTests(shop), IClassFixture<SqliteShop>;

public sealed class SealingTestsOnPostgres(PostgresShop shop) : SealingTests(shop), IClassFixture<PostgresShop>;

public abstract class SealingTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "OPS-05")]
    public async Task Nothing_of_a_person_stands_readable_in_the_table()
    {
        var member = await shop.Do(Enrol(Mobile(601), "张小芳") with { Birthday = new DateOnly(1991, 3, 4), Sex = Sex.Female });

        foreach (var column in (string[])["name", "mobile", "birthday", "sex"])
            (await TextsAsync(column)).ShouldAllBe(text => PersonalData.IsSealed(text), column);
        var full = await shop.Do(new RevealMember.Input(member.MemberNo, "回访"));
        (full.Birthday, full.Sex).ShouldBe((new DateOnly(1991, 3, 4), Sex.Female));
    }

    [Fact, Trait("Req", "CORE-22")]
    public async Task Whose_birthday_it_is_is_found_by_the_day_also_after_a_correction()
    {
        var early = await BornAsync(602, new DateOnly(1988, 5, 6));
        var late = await BornAsync(603, new DateOnly(2001, 5, 6));
        var other = await BornAsync(604, new DateOnly(1988, 6, 5));
        await shop.Do(new ChangeMember.Input { Member = other, Birthday = new DateOnly(1988, 5, 7) });

        (await FoundAsync(new DateOnly(2026, 5, 6))).ShouldBe([early, late], ignoreOrder: true);
        (await FoundAsync(new DateOnly(2026, 6, 5))).ShouldBeEmpty();
        (await FoundAsync(new DateOnly(2026, 5, 6), new DateOnly(2026, 5, 7))).ShouldBe([early, late, other], ignoreOrder: true);
    }

    [Fact, Trait("Req", "CORE-22")]
    public async Task Who_was_born_on_29_February_is_found_on_the_28th_in_years_without()
    {
        var member = await BornAsync(605, new DateOnly(2000, 2, 29));

        (await FoundAsync(new DateOnly(2027, 2, 28))).ShouldBe([member]);
        (await FoundAsync(new DateOnly(2028, 2, 28))).ShouldBeEmpty();
        (await FoundAsync(new DateOnly(2028, 2, 29))).ShouldBe([member]);
    }

    private async Task<string> BornAsync(int mobile, DateOnly birthday) =>
        (await shop.Do(Enrol(Mobile(mobile)) with { Birthday = birthday })).MemberNo;

    private Task<string[]> FoundAsync(params DateOnly[] days) => shop.InTables(async tables =>
    {
        var files = tables.GetRequiredService<IMemberFiles>();
        var segment = new MemberSegment([]) { BirthdayOnOneOf = days };
        var found = await files.WalkAsync(segment, null, 100, default);
        (await files.CountAsync(segment, default)).ShouldBe(found.Count);
        return found.Select(m => m.MemberNo).ToArray();
    });

    private Task<List<string>> TextsAsync(string column)
    {
        var sql = $"SELECT {column} AS \"Value\" FROM membership_person WHERE {column} IS NOT NULL";
        return shop.InTables(tables =>
            tables.GetRequiredService<MembershipDb>().Database.SqlQueryRaw<string>(sql).ToListAsync());
    }
}
