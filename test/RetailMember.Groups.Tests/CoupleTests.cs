using System.Net;
using System.Text.Json;
using static RetailMember.Groups.Tests.Chain;

namespace RetailMember.Groups.Tests;

/// <summary>Couples: both apply together, and all points are credited to her card.</summary>
public abstract partial class GroupTests
{
    [Fact, Trait("Req", "PH-09")]
    public async Task What_he_buys_is_credited_to_her_card_and_stays_there_when_they_part()
    {
        var chain = await OpenAsync(fixture);
        var (she, he, couple) = await CoupleAsync(chain);
        var quoted = await chain.PostAsync("membership/quotes", new { storeCode = "s1", member = he, amount = 200 });

        var bought = await chain.BuyAsync(he, "R1", 200);

        (Number(quoted, "points"), Text(quoted, "earnerNo")).ShouldBe((200, she));
        (Number(bought, "points"), Text(bought, "earnerNo"), Number(bought, "pointsBalance")).ShouldBe((200, she, 0));
        (await chain.PointsAsync(he), await chain.PointsAsync(she)).ShouldBe((0, 200));
        Text((await chain.GetAsync($"membership/members/{he}/purchases")).GetProperty("items")[0], "earnerNo").ShouldBe(she);
        var hers = await chain.BuyAsync(she, "R2", 30);
        hers.TryGetProperty("earnerNo", out _).ShouldBeFalse();

        await chain.PostAsync($"groups/groups/{couple}/leavings", new { member = he });

        (await chain.GroupAsync(couple)).GetProperty("endedAt").ValueKind.ShouldBe(JsonValueKind.String);
        await chain.BuyAsync(he, "R3", 50);
        (await chain.PointsAsync(he), await chain.PointsAsync(she)).ShouldBe((50, 230));
        (await chain.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-09")]
    public async Task A_refund_takes_the_points_from_where_they_went_even_after_they_parted()
    {
        var chain = await OpenAsync(fixture);
        var (she, he, couple) = await CoupleAsync(chain);
        await chain.BuyAsync(he, "R1", 200);
        await chain.PostAsync($"groups/groups/{couple}/end", new { reason = "parted" });
        await chain.BuyAsync(he, "R2", 40);

        var refunded = await chain.RefundAsync("R1", 50);

        (Number(refunded, "pointsTaken"), Text(refunded, "earnerNo"), Number(refunded, "pointsBalance")).ShouldBe((50, she, 40));
        (await chain.PointsAsync(he), await chain.PointsAsync(she)).ShouldBe((40, 150));
        await chain.RefundAsync("R1", 150);
        (await chain.PointsAsync(he), await chain.PointsAsync(she)).ShouldBe((40, 0));
        (await chain.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-09"), Trait("Req", "CORE-49")]
    public async Task A_merge_of_her_card_takes_his_receipts_points_along_and_brings_them_back()
    {
        var chain = await OpenAsync(fixture);
        var (she, he, _) = await CoupleAsync(chain);
        await chain.BuyAsync(he, "R1", 200);
        var survivor = await chain.MemberAsync();

        var merge = await chain.MergeAsync(survivor, she);

        await chain.BuyAsync(he, "R2", 100);
        Text(await chain.RefundAsync("R1", 20), "earnerNo").ShouldBe(survivor);
        (await chain.PointsAsync(he), await chain.PointsAsync(survivor)).ShouldBe((0, 280));
        (await chain.IsSoundAsync()).ShouldBeTrue();

        await chain.UnmergeAsync(merge);

        (await chain.PointsAsync(survivor), await chain.PointsAsync(she)).ShouldBe((100, 180));
        Text(await chain.RefundAsync("R1", 30), "earnerNo").ShouldBe(she);
        Text(await chain.RefundAsync("R2", 10), "earnerNo").ShouldBe(survivor);
        Text(await chain.BuyAsync(he, "R3", 10), "earnerNo").ShouldBe(she);
        (await chain.PointsAsync(survivor), await chain.PointsAsync(she)).ShouldBe((90, 160));
        (await chain.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-09")]
    public async Task Two_who_turn_out_to_be_one_person_keep_what_was_earned_and_may_return_it()
    {
        var chain = await OpenAsync(fixture);
        var (she, he, _) = await CoupleAsync(chain);
        await chain.BuyAsync(he, "R1", 200);

        await chain.MergeAsync(she, he);

        var refunded = await chain.RefundAsync("R1", 80);
        (Number(refunded, "pointsTaken"), Number(refunded, "pointsBalance")).ShouldBe((80, 120));
        refunded.TryGetProperty("earnerNo", out _).ShouldBeFalse();
        (await chain.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-09")]
    public async Task Both_buying_at_once_all_day_is_all_hers()
    {
        var chain = await OpenAsync(fixture);
        var (she, he, _) = await CoupleAsync(chain);
        var (other, third, _) = await CoupleAsync(chain);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => chain.BuyAsync(
            new[] { he, she, third, other }[i % 4], "R" + i, 10)));

        (await chain.PointsAsync(she), await chain.PointsAsync(other)).ShouldBe((100, 100));
        (await chain.PointsAsync(he), await chain.PointsAsync(third)).ShouldBe((0, 0));
        (await chain.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-09")]
    public async Task One_alone_is_no_couple_and_nobody_earns_for_others_unasked()
    {
        var chain = await OpenAsync(fixture);
        await chain.CoupleKindAsync("own");
        var (she, he) = (await chain.MemberAsync(), await chain.MemberAsync());

        (await chain.RefusalAsync("groups/groups", FormingA("couple", she))).ShouldBe(GroupRefusals.TooFew);
        await chain.PostAsync("groups/groups", FormingA("couple", she, he));

        using var refused = await chain.TryCoupleKindAsync("holder");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeOf(refused)).ShouldBe(GroupRefusals.PoolNotAgreed);
        (await chain.BuyAsync(he, "R1", 10)).TryGetProperty("earnerNo", out _).ShouldBeFalse();
    }

    private static async Task<(string She, string He, string Couple)> CoupleAsync(Chain chain)
    {
        await chain.CoupleKindAsync();
        var (she, he) = (await chain.MemberAsync(), await chain.MemberAsync());
        return (she, he, Text(await chain.PostAsync("groups/groups", FormingA("couple", she, he)), "group")!);
    }

    private static long Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt64();

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) ? value.GetString() : null;
}
