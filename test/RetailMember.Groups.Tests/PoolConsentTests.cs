using System.Net;
using RetailMember.Testing;
using static RetailMember.Groups.Tests.Chain;

namespace RetailMember.Groups.Tests;

public sealed class PoolConsentTestsOnSqlite(SqliteHost fixture) : PoolConsentTests(fixture), IClassFixture<SqliteHost>;

public sealed class PoolConsentTestsOnPostgres(PostgresHost fixture) : PoolConsentTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Nobody pays with points of others who have not agreed to it.</summary>
public abstract class PoolConsentTests(HostFixture fixture)
{
    [Fact, Trait("Req", "PH-08")]
    public async Task Who_agreed_to_share_nothing_shares_nothing_while_his_group_stands()
    {
        var chain = await OpenAsync(fixture);
        await chain.KindAsync("firm", "nobody", most: 9);
        var (holder, other) = (await chain.MemberAsync(500), await chain.MemberAsync());
        var group = (await chain.PostAsync("groups/groups", FormingA("firm", holder, other))).GetProperty("group").GetString();
        var reward = await chain.RewardAsync(400);

        await RefusedAsync(chain, "holder");
        await RefusedAsync(chain, "everybody");

        using (var redeemed = await chain.TryRedeemAsync(other, reward, pooled: true))
            redeemed.IsSuccessStatusCode.ShouldBeFalse();
        (await chain.PointsAsync(holder)).ShouldBe(500);
        await chain.KindAsync("firm", "nobody", most: 12);
        await chain.PostAsync($"groups/groups/{group}/end", new { reason = "to agree anew" });
        await chain.KindAsync("firm", "everybody", most: 12);
    }

    [Fact, Trait("Req", "PH-08")]
    public async Task Less_may_be_shared_at_any_time()
    {
        var chain = await OpenAsync(fixture);
        await chain.KindAsync("firm", "everybody", most: 9);
        await chain.PostAsync("groups/groups", FormingA("firm", await chain.MemberAsync(), await chain.MemberAsync()));

        await chain.KindAsync("firm", "holder", most: 9);
        await RefusedAsync(chain, "everybody");
        await chain.KindAsync("firm", "nobody", most: 9);
    }

    [Fact, Trait("Req", "PH-08"), Trait("Req", "PH-09")]
    public async Task A_main_card_for_which_the_others_give_goes_to_nobody_to_whom_they_have_not_agreed()
    {
        var chain = await OpenAsync(fixture);
        await chain.KindAsync("firm", "nobody", most: 9);
        await chain.CoupleKindAsync();
        foreach (var (kind, gives) in ((string, bool)[])[("household", true), ("couple", true), ("firm", false)])
        {
            var (holder, other) = (await chain.MemberAsync(), await chain.MemberAsync());
            var group = (await chain.PostAsync("groups/groups", FormingA(kind, holder, other))).GetProperty("group").GetString();
            if (gives)
                (await chain.RefusalAsync($"groups/groups/{group}/handover", new { member = other })).ShouldBe(GroupRefusals.ConsentNeeded);
            await chain.PostAsync($"groups/groups/{group}/handover", new { member = other, agreed = gives });
        }
    }

    private static async Task RefusedAsync(Chain chain, string pool)
    {
        using var refused = await chain.TryKindAsync("firm", pool, most: 9);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeOf(refused)).ShouldBe(GroupRefusals.PoolNotAgreed);
    }
}
