using System.Net;
using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Groups.Tests.Chain;

namespace RetailMember.Groups.Tests;

public sealed class GroupTestsOnSqlite(SqliteHost fixture) : GroupTests(fixture), IClassFixture<SqliteHost>;

public sealed class GroupTestsOnPostgres(PostgresHost fixture) : GroupTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Members who belong together, with real members, points and rewards behind them.</summary>
public abstract partial class GroupTests(HostFixture fixture)
{
    [Fact, Trait("Req", "PH-08"), Trait("Req", "RD-08")]
    public async Task A_household_pays_together_and_whoever_leaves_takes_his_own_points_along()
    {
        var chain = await OpenAsync(fixture);
        var (main, a, b) = (await chain.MemberAsync(800), await chain.MemberAsync(300), await chain.MemberAsync(150));
        var group = await chain.FormAsync(main, a, b);
        var reward = await chain.RewardAsync(1_200);

        (await chain.GroupAsync(group)).GetProperty("poolPoints").GetInt64().ShouldBe(1_250);
        using (var alone = await chain.TryRedeemAsync(a, reward, pooled: true))
            (await CodeOf(alone)).ShouldBe("redemption.too-few-points");
        using (var together = await chain.TryRedeemAsync(main, reward, pooled: true))
            together.StatusCode.ShouldBe(HttpStatusCode.OK);

        var left = (await chain.GroupAsync(group)).GetProperty("members").EnumerateArray()
            .ToDictionary(m => m.GetProperty("memberNo").GetString()!, m => m.GetProperty("points").GetInt64());
        left.Values.Sum().ShouldBe(50);
        await chain.PostAsync($"groups/groups/{group}/leavings", new { member = b });
        (await chain.PointsAsync(b)).ShouldBe(left[b]);
        (await chain.GroupAsync(group)).GetProperty("poolPoints").GetInt64().ShouldBe(50 - left[b]);
        (await chain.GetAsync("membership/books")).GetProperty("sound").GetBoolean().ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-08")]
    public async Task A_group_tells_points_and_nothing_of_what_anybody_bought()
    {
        var chain = await OpenAsync(fixture);
        var (main, other) = (await chain.MemberAsync(), await chain.MemberAsync());
        await chain.PostAsync("membership/purchases", new { receiptNo = "SECRET-1", storeCode = "s1", member = other, amount = 77.77 });
        var group = await chain.FormAsync(main, other);

        var told = (await chain.GroupAsync(group)).GetRawText();

        told.ShouldNotContain("SECRET-1");
        told.ShouldNotContain("77.77");
        told.ShouldNotContain("李");
    }

    [Fact, Trait("Req", "PH-08")]
    public async Task Nobody_is_in_two_households_and_none_is_larger_than_its_kind()
    {
        var chain = await OpenAsync(fixture);
        string[] members = [await chain.MemberAsync(), await chain.MemberAsync(), await chain.MemberAsync(), await chain.MemberAsync()];
        var group = await chain.FormAsync(members[0], members[1]);

        (await chain.RefusalAsync("groups/groups", Forming(members[2], members[1]))).ShouldBe(GroupRefusals.InOneAlready);
        (await chain.RefusalAsync("groups/groups", Forming(members[0]))).ShouldBe(GroupRefusals.InOneAlready);
        using (var again = await chain.TryPostAsync($"groups/groups/{group}/members", new { member = members[1], agreed = true }))
            (await again.Content.ReadAsStringAsync()).ShouldContain(members[1]);
        await chain.PostAsync($"groups/groups/{group}/members", new { member = members[2], agreed = true });
        (await chain.RefusalAsync($"groups/groups/{group}/members", new { member = members[3], agreed = true }))
            .ShouldBe(GroupRefusals.Full);
        (await chain.GroupAsync(group)).GetProperty("members").GetArrayLength().ShouldBe(3);
    }

    [Fact, Trait("Req", "PH-08")]
    public async Task Twenty_groups_that_want_one_member_at_once_get_him_once()
    {
        var chain = await OpenAsync(fixture);
        var wanted = await chain.MemberAsync();
        var holders = new string[20];
        for (var i = 0; i < holders.Length; i++) holders[i] = await chain.MemberAsync();

        var answers = await Task.WhenAll(holders.Select(h => chain.TryPostAsync("groups/groups", Forming(h, wanted))));

        answers.Count(r => r.IsSuccessStatusCode).ShouldBe(1);
        foreach (var refused in answers.Where(r => !r.IsSuccessStatusCode))
            (await CodeOf(refused)).ShouldBe(GroupRefusals.InOneAlready);
        (await chain.PostAsync("groups/groups/search", new { member = wanted })).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact, Trait("Req", "PH-08")]
    public async Task Twenty_who_join_at_once_fill_the_last_seat_once()
    {
        var chain = await OpenAsync(fixture);
        var group = await chain.FormAsync(await chain.MemberAsync(), await chain.MemberAsync());
        var others = new string[20];
        for (var i = 0; i < others.Length; i++) others[i] = await chain.MemberAsync();

        var answers = await Task.WhenAll(
            others.Select(m => chain.TryPostAsync($"groups/groups/{group}/members", new { member = m, agreed = true })));

        answers.Count(r => r.IsSuccessStatusCode).ShouldBe(1);
        (await chain.GroupAsync(group)).GetProperty("members").GetArrayLength().ShouldBe(3);
    }

    [Fact, Trait("Req", "PH-08")]
    public async Task Consent_and_proof_come_first()
    {
        var chain = await OpenAsync(fixture);
        await chain.KindAsync("checked", "everybody", most: 4, proofNeeded: true);
        var (holder, other) = (await chain.MemberAsync(100), await chain.MemberAsync());

        (await chain.RefusalAsync("groups/groups", new { key = Key(), kind = "household", holder, members = new[] { other } }))
            .ShouldBe(GroupRefusals.ConsentNeeded);
        (await chain.RefusalAsync("groups/groups", new { key = Key(), kind = "checked", holder, agreed = true }))
            .ShouldBe(GroupRefusals.ProofNeeded);
        await chain.PostAsync(
            "groups/groups", new { key = Key(), kind = "checked", holder, members = new[] { other }, agreed = true, proofSeen = true });

        using var redeemed = await chain.TryRedeemAsync(other, await chain.RewardAsync(100), pooled: true);
        redeemed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await chain.PointsAsync(holder)).ShouldBe(0);
    }

    [Fact, Trait("Req", "PH-08")]
    public async Task The_holder_hands_over_before_he_leaves_and_an_ended_group_is_over()
    {
        var chain = await OpenAsync(fixture);
        var (holder, other) = (await chain.MemberAsync(), await chain.MemberAsync());
        var group = await chain.FormAsync(holder, other);

        (await chain.RefusalAsync($"groups/groups/{group}/leavings", new { member = holder })).ShouldBe(GroupRefusals.HolderStays);
        await chain.PostAsync($"groups/groups/{group}/handover", new { member = other, agreed = true });
        await chain.PostAsync($"groups/groups/{group}/leavings", new { member = holder });
        (await chain.RefusalAsync($"groups/groups/{group}/handover", new { member = holder })).ShouldBe(GroupRefusals.NotInIt);
        await chain.PostAsync($"groups/groups/{group}/end", new { reason = "moved away" });

        (await chain.RefusalAsync($"groups/groups/{group}/end", new { reason = "again" })).ShouldBe(GroupRefusals.Ended);
        var read = await chain.GroupAsync(group);
        read.GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("kind").GetString())
            .ShouldBe(["formed", "joined", "handedOver", "left", "ended"]);
        await chain.FormAsync(holder, other);
    }

    [Fact, Trait("Req", "PH-08"), Trait("Req", "OPS-18")]
    public async Task Another_brand_knows_nothing_of_it_and_rubbish_is_refused()
    {
        var chain = await OpenAsync(fixture);
        var group = await chain.FormAsync(await chain.MemberAsync(), await chain.MemberAsync());
        var stranger = await OpenAsync(fixture);

        (await stranger.RefusalAsync($"groups/groups/{group}/end", new { reason = "x" })).ShouldBe(GroupRefusals.NotFound);
        (await chain.RefusalAsync("groups/groups", new { key = Key(), kind = "nothing", holder = "x", agreed = true }))
            .ShouldBe(GroupRefusals.KindNotFound);
        (await chain.RefusalAsync("groups/groups", Forming("nobody"))).ShouldBe("membership.member-not-found");
        await chain.KindAsync("firm", "nobody", most: 9, named: true);
        var holder = await chain.MemberAsync();
        (await chain.RefusalAsync("groups/groups", new { key = Key(), kind = "firm", holder, agreed = true })).ShouldBe("field.not-empty");
        await chain.KindAsync("firm", "nobody", most: 9, named: true, withdrawn: true);
        (await chain.RefusalAsync("groups/groups", new { key = Key(), kind = "firm", name = "ACME", holder, agreed = true }))
            .ShouldBe(GroupRefusals.KindNotFound);
    }
}
