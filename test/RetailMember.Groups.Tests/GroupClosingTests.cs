using System.Net;
using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Groups.Tests.Chain;

namespace RetailMember.Groups.Tests;

public sealed class GroupClosingTestsOnSqlite(SqliteHost fixture) : GroupClosingTests(fixture), IClassFixture<SqliteHost>;

public sealed class GroupClosingTestsOnPostgres(PostgresHost fixture) : GroupClosingTests(fixture), IClassFixture<PostgresHost>;

/// <summary>What becomes of groups whose members leave the brand.</summary>
[Trait("Req", "PH-08"), Trait("Req", "OPS-06")]
public abstract class GroupClosingTests(HostFixture fixture)
{
    [Fact]
    public async Task The_main_card_of_who_leaves_goes_to_who_has_been_there_longest_and_the_pool_goes_on()
    {
        var chain = await OpenAsync(fixture);
        var (main, a, b) = (await chain.MemberAsync(800), await chain.MemberAsync(300), await chain.MemberAsync(150));
        var group = await chain.FormAsync(main, a);
        await chain.PostAsync($"groups/groups/{group}/members", new { member = b, agreed = true });

        await chain.CloseAsync(main);

        (await chain.GroupAsync(group)).GetProperty("holderNo").GetString().ShouldBe(a);
        (await MembersAsync(chain, group)).ShouldBe([a, b], ignoreOrder: true);
        using (var together = await chain.TryRedeemAsync(a, await chain.RewardAsync(450), pooled: true))
            together.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_ordinary_member_who_leaves_makes_room_and_nobody_is_left_in_a_group_of_one_who_left()
    {
        var chain = await OpenAsync(fixture);
        var (main, other) = (await chain.MemberAsync(), await chain.MemberAsync());
        var group = await chain.FormAsync(main, other);

        await chain.CloseAsync(other);
        (await MembersAsync(chain, group)).ShouldBe([main]);
        await chain.CloseAsync(main);

        (await chain.GroupAsync(group)).TryGetProperty("endedAt", out _).ShouldBeTrue();
        (await chain.RefusalAsync($"groups/groups/{group}/members", new { member = await chain.MemberAsync(), agreed = true }))
            .ShouldBe(GroupRefusals.Ended);
    }

    private static async Task<string[]> MembersAsync(Chain chain, string group) =>
    [
        .. (await chain.GroupAsync(group)).GetProperty("members").EnumerateArray()
            .Select(m => m.GetProperty("memberNo").GetString()!),
    ];
}
