using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class DuplicateTestsOnSqlite(SqliteShop shop) : DuplicateTests(shop), IClassFixture<SqliteShop>;

public sealed class DuplicateTestsOnPostgres(PostgresShop shop) : DuplicateTests(shop), IClassFixture<PostgresShop>;

public abstract class DuplicateTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-49")]
    public async Task Namesakes_are_told_with_what_speaks_for_their_being_one_and_no_more_once_they_are_merged()
    {
        var first = await EnrolAsync("13810000001");
        var second = await EnrolAsync("13810000010");
        await EnrolAsync("13899999999");

        var found = (await shop.Do(new FindDuplicates.Input { Size = 200 })).Items;

        found.Select(d => (d.Older.MemberNo, d.Newer.MemberNo, d.Because)).ShouldBe([(first, second, "mobile")]);
        await shop.Do(new MergeMembers.Input { Key = Key(), Survivor = first, Duplicate = second, Reason = "same person" });
        (await shop.Do(new FindDuplicates.Input { Size = 200 })).Items.ShouldBeEmpty();
    }

    [Theory, Trait("Req", "CORE-49")]
    [InlineData("1990-01-02", "1990-01-02", "13810000001", "13922222222", "birthday")]
    [InlineData("1990-01-02", "1991-01-02", "13810000001", "13810000002", null)]
    [InlineData(null, "1990-01-02", "13810000001", "13810000002", "mobile")]
    [InlineData(null, null, "13810000021", "13810000012", "mobile")]
    [InlineData(null, null, "13810000001", "13820000002", null)]
    [InlineData(null, "1990-01-02", "13810000001", null, "no-mobile")]
    public void Likeness_is_more_than_a_name(string? born, string? otherBorn, string? mobile, string? otherMobile, string? because) =>
        Likeness.Of(Of(born, mobile), Of(otherBorn, otherMobile)).ShouldBe(because);

    private static Person Of(string? born, string? mobile) => new()
    {
        Birthday = born is null ? null : DateOnly.ParseExact(born, "yyyy-MM-dd", null), Mobile = mobile,
    };

    private async Task<string> EnrolAsync(string mobile)
    {
        shop.Later(1);
        return (await shop.Do(Enrol(mobile, "重名人"))).MemberNo;
    }
}
