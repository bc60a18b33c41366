using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.WeChat;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>By what name the platform knows members.</summary>
public abstract partial class WeChatTests
{
    [Fact]
    public async Task A_link_that_is_told_again_is_the_same_and_another_name_takes_its_place()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var first = await LinkAsync(studio, follower.Member);
        host.Host.Clock.Advance(TimeSpan.FromMinutes(1));

        (await studio.RunAsync(new LinkWeChat.Input(follower.Member.MemberNo, follower.OpenId))).LinkedAt.ShouldBe(first.LinkedAt);
        var next = WeChatHost.OpenId();
        await studio.RunAsync(new LinkWeChat.Input(follower.Member.MemberNo, next));

        (await studio.LookAsync(db => db.WeChatLinks.AsNoTracking().SingleAsync(l => l.MemberId == follower.Member.Id)))
            .OpenId.ShouldBe(next);
        // The name before is free for whoever it is.
        await studio.RunAsync(new LinkWeChat.Input((await studio.MemberAsync()).MemberNo, follower.OpenId));
    }

    [Fact]
    public async Task A_follower_is_one_member_of_a_brand_and_another_brands_member_as_well()
    {
        var (studio, other) = (await OpenAsync(host), await OpenAsync(host));
        var follower = await FollowerAsync(studio);

        (await studio.RefusalAsync(new LinkWeChat.Input((await studio.MemberAsync()).MemberNo, follower.OpenId)))
            .ShouldBe("marketing.wechat-taken");
        var neighbour = await other.MemberAsync();
        await other.RunAsync(new LinkWeChat.Input(neighbour.MemberNo, follower.OpenId));

        (await LinkAsync(other, neighbour)).LinkedAt.ShouldNotBeNull();
        (await other.RefusalAsync(new LinkWeChat.Input(follower.Member.MemberNo, WeChatHost.OpenId())))
            .ShouldBe("membership.member-not-found");
    }

    [Fact]
    public async Task Of_twenty_members_who_are_given_one_name_at_once_one_gets_it()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(20);
        var openId = WeChatHost.OpenId();

        var refusals = await Task.WhenAll(members.Select(m => studio.RefusalAsync(new LinkWeChat.Input(m.MemberNo, openId))));

        refusals.Count(r => r is null).ShouldBe(1);
        refusals.Count(r => r == "marketing.wechat-taken").ShouldBe(19);
    }

    [Fact]
    public async Task Twenty_callers_who_tell_the_same_link_at_once_make_one()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var openId = WeChatHost.OpenId();

        var refusals = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => studio.RefusalAsync(new LinkWeChat.Input(member.MemberNo, openId))));

        refusals.ShouldAllBe(r => r == null);
        (await studio.LookAsync(db => db.WeChatLinks.CountAsync(l => l.MemberId == member.Id))).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("o with blanks and more")]
    [InlineData("oia2TjuEGTNoeX76QEjQNrcURxG<")]
    public async Task What_the_platform_calls_nobody_is_refused(string openId)
    {
        var studio = await OpenAsync(host);

        (await studio.RefusalAsync(new LinkWeChat.Input((await studio.MemberAsync()).MemberNo, openId))).ShouldNotBeNull();
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task A_name_is_sealed_in_the_table_and_told_to_its_owner_alone()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);

        var stored = await studio.LookAsync(db => db.Database
            .SqlQuery<string>($"SELECT open_id AS \"Value\" FROM marketing_wechat_link WHERE member_id = {follower.Member.Id}")
            .SingleAsync());

        stored.ShouldStartWith("v1.");
        stored.ShouldNotContain(follower.OpenId);
        JsonSerializer.Serialize(await LinkAsync(studio, follower.Member)).ShouldNotContain(follower.OpenId);
    }

    [Fact]
    public async Task A_link_ends_when_it_is_undone_and_with_the_membership()
    {
        var studio = await OpenAsync(host);
        var (one, other) = (await FollowerAsync(studio), await FollowerAsync(studio));

        await studio.RunAsync(new UnlinkWeChat.Input(one.Member.MemberNo));
        await studio.RunAsync(new UnlinkWeChat.Input(one.Member.MemberNo));
        await studio.RunAsync(new CloseMember.Input(other.Member.MemberNo, "test"));

        Guid[] members = [one.Member.Id, other.Member.Id];
        (await studio.LookAsync(db => db.WeChatLinks.AnyAsync(l => members.Contains(l.MemberId)))).ShouldBeFalse();
        (await LinkAsync(studio, one.Member)).LinkedAt.ShouldBeNull();
        (await studio.RefusalAsync(new LinkWeChat.Input(other.Member.MemberNo, WeChatHost.OpenId())))
            .ShouldBe("membership.member-not-active");
    }

    [Fact]
    public async Task Who_was_merged_is_reached_under_his_name_as_who_stays_and_goes_with_him()
    {
        var studio = await OpenAsync(host);
        var (duplicate, survivor) = (await FollowerAsync(studio), await studio.MemberAsync());
        await studio.MergeAsync(duplicate.Member, into: survivor);

        var batch = await QueueAsync(studio, [survivor]);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, survivor)).State.ShouldBe(MessageState.Accepted);
        TakenBy(duplicate).Count.ShouldBe(1);
        (await LinkAsync(studio, survivor)).LinkedAt.ShouldNotBeNull();
        await studio.RunAsync(new LinkWeChat.Input(survivor.MemberNo, duplicate.OpenId));
        await studio.RunAsync(new CloseMember.Input(survivor.MemberNo, "test"));
        (await studio.LookAsync(db => db.WeChatLinks.AnyAsync(l => l.MemberId == duplicate.Member.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_stays_is_reached_under_his_own_name_before_that_of_a_file_that_was_merged()
    {
        var studio = await OpenAsync(host);
        var (duplicate, survivor) = (await FollowerAsync(studio), await FollowerAsync(studio));
        await studio.MergeAsync(duplicate.Member, into: survivor.Member);

        var batch = await QueueAsync(studio, [survivor.Member, duplicate.Member]);
        await studio.HandOverAsync();

        (await studio.MessagesAsync(batch)).Select(m => (m.State, m.Reason))
            .ShouldBe([(MessageState.Accepted, null), (MessageState.Skipped, MessageReason.SameNumber)], ignoreOrder: true);
        (TakenBy(survivor).Count, TakenBy(duplicate).Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Who_stays_is_reached_under_the_name_that_was_told_last_though_it_is_that_of_a_merged_file()
    {
        var studio = await OpenAsync(host);
        var (duplicate, survivor) = (await FollowerAsync(studio), await FollowerAsync(studio));
        await studio.MergeAsync(duplicate.Member, into: survivor.Member);

        await studio.RunAsync(new LinkWeChat.Input(survivor.Member.MemberNo, duplicate.OpenId));

        var batch = await QueueAsync(studio, [survivor.Member]);
        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, survivor.Member)).State.ShouldBe(MessageState.Accepted);
        (TakenBy(survivor).Count, TakenBy(duplicate).Count).ShouldBe((0, 1));
    }

    private static Task<WeChatLinkView> LinkAsync(Studio studio, Reader member) =>
        studio.RunAsync(new ReadWeChatLink.Input(member.MemberNo));
}
