using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Groups.Tests.Chain;

namespace RetailMember.Groups.Tests;

public sealed class GroupMergeTestsOnSqlite(SqliteHost fixture) : GroupMergeTests(fixture), IClassFixture<SqliteHost>;

public sealed class GroupMergeTestsOnPostgres(PostgresHost fixture) : GroupMergeTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Groups while two of their members are one, and afterwards just as they were.</summary>
[Trait("Req", "CORE-49")]
public abstract class GroupMergeTests(HostFixture fixture)
{
    [Fact]
    public async Task A_merged_members_seat_and_main_card_are_the_same_persons_and_given_back()
    {
        var chain = await OpenAsync(fixture);
        var (duplicate, other, survivor) = (await chain.MemberAsync(100), await chain.MemberAsync(), await chain.MemberAsync(10));
        var group = await chain.FormAsync(duplicate);
        await JoinLaterAsync(chain, group, other);
        var before = await LookAsync(chain, group);

        var merge = await MergeLaterAsync(chain, survivor, duplicate);

        (await LookAsync(chain, group)).ShouldBe(before.Replace(duplicate, survivor, StringComparison.Ordinal));
        await chain.UnmergeAsync(merge);
        (await LookAsync(chain, group)).ShouldBe(before);
    }

    [Fact]
    public async Task The_main_card_of_one_who_sits_elsewhere_too_goes_to_the_longest_member_and_comes_back()
    {
        var chain = await OpenAsync(fixture);
        var (survivor, duplicate) = (await chain.MemberAsync(), await chain.MemberAsync());
        var (oldest, late) = (await chain.MemberAsync(), await chain.MemberAsync());
        var (first, second) = (await chain.FormAsync(survivor), await chain.FormAsync(duplicate, oldest));
        await JoinLaterAsync(chain, second, late);
        // The longest of them is made one with somebody who is new, which takes nothing of his time from him.
        var heir = await chain.MemberAsync();
        await MergeLaterAsync(chain, heir, oldest);
        var (firstBefore, secondBefore) = (await LookAsync(chain, first), await LookAsync(chain, second));

        var merge = await MergeLaterAsync(chain, survivor, duplicate);

        (await LookAsync(chain, first)).ShouldBe(firstBefore);
        (await HolderAsync(chain, second)).ShouldBe(heir);
        (await MembersAsync(chain, second)).ShouldBe([heir, late]);
        await chain.UnmergeAsync(merge);
        (await LookAsync(chain, first)).ShouldBe(firstBefore);
        (await LookAsync(chain, second)).ShouldBe(secondBefore);
    }

    [Fact]
    public async Task The_main_card_never_goes_to_who_has_left_the_brand_however_long_he_was_there()
    {
        var chain = await OpenAsync(fixture);
        var (survivor, duplicate) = (await chain.MemberAsync(), await chain.MemberAsync());
        var (gone, late) = (await chain.MemberAsync(), await chain.MemberAsync());
        await chain.FormAsync(survivor);
        var group = await chain.FormAsync(duplicate, gone);
        await JoinLaterAsync(chain, group, late);
        await chain.CloseAsync(gone);

        await MergeLaterAsync(chain, survivor, duplicate);

        (await HolderAsync(chain, group)).ShouldBe(late);
        (await MembersAsync(chain, group)).ShouldBe([late]);
    }

    [Fact]
    public async Task In_one_group_the_main_card_stays_with_the_person_and_two_sit_there_again()
    {
        var chain = await OpenAsync(fixture);
        var (duplicate, other, survivor) = (await chain.MemberAsync(), await chain.MemberAsync(), await chain.MemberAsync());
        var group = await chain.FormAsync(duplicate, other);
        await JoinLaterAsync(chain, group, survivor);
        var before = await LookAsync(chain, group);

        var merge = await MergeLaterAsync(chain, survivor, duplicate);

        (await HolderAsync(chain, group)).ShouldBe(survivor);
        (await MembersAsync(chain, group)).ShouldBe([other, survivor]);
        await chain.UnmergeAsync(merge);
        (await LookAsync(chain, group)).ShouldBe(before);
    }

    [Fact]
    public async Task A_group_that_ended_by_a_merge_stands_again_with_its_seat_and_card()
    {
        var chain = await OpenAsync(fixture);
        var (survivor, duplicate) = (await chain.MemberAsync(), await chain.MemberAsync());
        var (first, alone) = (await chain.FormAsync(survivor), await chain.FormAsync(duplicate));
        var (firstBefore, aloneBefore) = (await LookAsync(chain, first), await LookAsync(chain, alone));

        var merge = await MergeLaterAsync(chain, survivor, duplicate);

        (await chain.RefusalAsync($"groups/groups/{alone}/end", new { reason = "again" })).ShouldBe(GroupRefusals.Ended);
        await chain.UnmergeAsync(merge);
        (await LookAsync(chain, first)).ShouldBe(firstBefore);
        (await LookAsync(chain, alone)).ShouldBe(aloneBefore);
        (await chain.GroupAsync(alone)).GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("kind").GetString())
            .ShouldBe(["formed", "left", "ended", "reopened", "tookPlace"]);
        await chain.PostAsync($"groups/groups/{alone}/members", new { member = await chain.MemberAsync(), agreed = true });
    }

    [Fact, Trait("Req", "PH-09")]
    public async Task A_couple_of_one_ends_and_both_sit_there_again_once_two_are_two()
    {
        var chain = await OpenAsync(fixture);
        await chain.CoupleKindAsync();
        string[] members = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => chain.MemberAsync()))];
        var (survivor, duplicate) = (members[0], members[1]);
        var first = await CoupleAsync(survivor, members[2]);
        var second = await CoupleAsync(duplicate, members[3]);
        var (firstBefore, secondBefore) = (await LookAsync(chain, first), await LookAsync(chain, second));

        var merge = await MergeLaterAsync(chain, survivor, duplicate);

        (await LookAsync(chain, first)).ShouldBe(firstBefore);
        (await MembersAsync(chain, second)).ShouldBeEmpty();
        (await chain.RefusalAsync($"groups/groups/{second}/end", new { reason = "again" })).ShouldBe(GroupRefusals.Ended);
        await chain.UnmergeAsync(merge);
        (await LookAsync(chain, first)).ShouldBe(firstBefore);
        (await LookAsync(chain, second)).ShouldBe(secondBefore);

        // He who was left alone has somebody else meanwhile.
        merge = await MergeLaterAsync(chain, survivor, duplicate);
        var third = await CoupleAsync(members[3], await chain.MemberAsync());
        await chain.UnmergeAsync(merge);
        (await MembersAsync(chain, second)).ShouldBeEmpty();
        (await MembersAsync(chain, third)).Length.ShouldBe(2);

        async Task<string> CoupleAsync(string holder, string other) =>
            (await chain.PostAsync("groups/groups", FormingA("couple", holder, other))).GetProperty("group").GetString()!;
    }

    [Fact]
    public async Task What_staff_did_since_stays_done()
    {
        var chain = await OpenAsync(fixture);
        string[] members = [.. await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => chain.MemberAsync()))];
        var (survivor, duplicate, other) = (members[0], members[1], members[2]);
        await chain.FormAsync(survivor);
        var handed = await chain.FormAsync(duplicate, other, members[3]);
        await chain.KindAsync("club", "nobody", most: 9);
        var ended = (await chain.PostAsync("groups/groups", FormingA("club", duplicate, members[4]))).GetProperty("group").GetString()!;

        var merge = await MergeLaterAsync(chain, survivor, duplicate);
        var (from, to) = await HolderAsync(chain, handed) == other ? (other, members[3]) : (members[3], other);
        foreach (var next in new[] { to, from })
            await chain.PostAsync($"groups/groups/{handed}/handover", new { member = next, agreed = true });
        await chain.PostAsync($"groups/groups/{ended}/end", new { reason = "over" });
        await chain.UnmergeAsync(merge);

        (await HolderAsync(chain, handed)).ShouldBe(from);
        (await MembersAsync(chain, handed)).ShouldContain(duplicate);
        (await MembersAsync(chain, ended)).ShouldBeEmpty();
        (await chain.RefusalAsync($"groups/groups/{ended}/end", new { reason = "again" })).ShouldBe(GroupRefusals.Ended);
    }

    [Fact]
    public async Task A_seat_that_the_survivor_left_and_took_again_himself_stays_his()
    {
        var chain = await OpenAsync(fixture);
        var (holder, duplicate, survivor) = (await chain.MemberAsync(), await chain.MemberAsync(), await chain.MemberAsync());
        var group = await chain.FormAsync(holder, duplicate);

        var merge = await MergeLaterAsync(chain, survivor, duplicate);
        await chain.PostAsync($"groups/groups/{group}/leavings", new { member = survivor });
        await JoinLaterAsync(chain, group, survivor);
        await chain.UnmergeAsync(merge);

        (await MembersAsync(chain, group)).ShouldBe([holder, survivor]);
    }

    private Task<JsonElement> JoinLaterAsync(Chain chain, string group, string member)
    {
        Later();
        return chain.PostAsync($"groups/groups/{group}/members", new { member, agreed = true });
    }

    private Task<string> MergeLaterAsync(Chain chain, string survivor, string duplicate)
    {
        Later();
        return chain.MergeAsync(survivor, duplicate);
    }

    private void Later() => fixture.Host.Clock.Advance(TimeSpan.FromMinutes(1));

    /// <summary>Who holds the card, whether it stands, who sits there and since when; nothing of how it came about.</summary>
    private static async Task<string> LookAsync(Chain chain, string group)
    {
        var read = await chain.GroupAsync(group);
        var seats = read.GetProperty("members").EnumerateArray()
            .Select(m => $"{m.GetProperty("joinedAt")} {m.GetProperty("memberNo")}").Order(StringComparer.Ordinal);
        var ended = read.TryGetProperty("endedAt", out var at) ? at.ToString() : "";
        return $"{read.GetProperty("holderNo")}, {ended}: {string.Join("; ", seats)}";
    }

    private static async Task<string?> HolderAsync(Chain chain, string group) =>
        (await chain.GroupAsync(group)).GetProperty("holderNo").GetString();

    private static async Task<string[]> MembersAsync(Chain chain, string group) =>
        [.. (await chain.GroupAsync(group)).GetProperty("members").EnumerateArray().Select(m => m.GetProperty("memberNo").GetString()!)];
}
