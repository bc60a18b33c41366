using System.Net;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.WeChat;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>What the platform tells by itself.</summary>
public abstract partial class WeChatTests
{
    [Theory, Trait("Req", "SMS-04")]
    [InlineData("success", MessageState.Delivered, null, null)]
    [InlineData("failed:user block", MessageState.Failed, MessageReason.NumberBlocked, "failed:user block")]
    [InlineData("failed: system failed", MessageState.Failed, MessageReason.ProviderFault, "failed: system failed")]
    public async Task A_receipt_counts_once_however_often_it_comes(
        string status, MessageState state, MessageReason? reason, string? word)
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        await studio.HandOverAsync();
        var taken = TakenBy(follower)[0];

        await host.TellAsync(taken, status);
        await host.TellAsync(taken, status);
        await host.TellAsync(taken, status == "success" ? "failed:user block" : "success");

        (await studio.MessageAsync(batch, follower.Member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(state), m => m.Reason.ShouldBe(reason), m => m.ProviderReason.ShouldBe(word),
            m => m.DoneAt.ShouldBe(host.Host.Time.GetUtcNow().UtcDateTime));
        (await WaitingAsync(studio, $"{taken.MessageId}")).ShouldBeFalse();
    }

    [Fact, Trait("Req", "SMS-04")]
    public async Task A_receipt_that_comes_before_the_answer_is_kept_until_the_answer_is_there()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        host.Platform.Afterwards = taken => taken.OpenId == follower.OpenId ? host.TellAsync(taken, "success") : Task.CompletedTask;

        await studio.HandOverAsync();
        host.Platform.Afterwards = _ => Task.CompletedTask;

        (await studio.MessageAsync(batch, follower.Member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Delivered), m => m.Reference.ShouldBe($"{TakenBy(follower)[0].MessageId}"));
        (await WaitingAsync(studio, $"{TakenBy(follower)[0].MessageId}")).ShouldBeFalse();
    }

    [Fact, Trait("Req", "SMS-04")]
    public async Task A_receipt_of_a_message_that_nobody_knows_waits_for_three_days_and_one_of_another_follower_moves_nothing()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        await studio.HandOverAsync();
        var taken = TakenBy(follower)[0];

        await host.TellAsync(taken with { OpenId = WeChatHost.OpenId() }, "failed:user block");

        (await studio.MessageAsync(batch, follower.Member)).State.ShouldBe(MessageState.Accepted);
        (await WaitingAsync(studio, $"{taken.MessageId}")).ShouldBeTrue();
        host.Host.Clock.Advance(TimeSpan.FromHours(72) + TimeSpan.FromSeconds(1));
        await studio.AskAsync();
        (await WaitingAsync(studio, $"{taken.MessageId}")).ShouldBeFalse();
        (await studio.MessageAsync(batch, follower.Member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task What_nobody_heard_the_end_of_stays_unknown_and_is_never_sent_again()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        host.Platform.Breaks = 3;

        await studio.HandOverAsync();
        host.Platform.Breaks = 0;
        (await studio.MessageAsync(batch, follower.Member)).State.ShouldBe(MessageState.HandingOver);
        host.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await studio.AskAsync();
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, follower.Member)).State.ShouldBe(MessageState.Unknown);
        TakenBy(follower).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_platform_gets_its_word_back_where_it_shows_who_it_is()
    {
        using var client = host.Host.Client();

        (await client.GetStringAsync($"/api/marketing/wechat?{host.QueryOf()}&echostr=5837397520665436492"))
            .ShouldBe("5837397520665436492");

        foreach (var query in (string[])
        [
            host.QueryOf(token: "another"), host.QueryOf(ago: TimeSpan.FromMinutes(11)),
            host.QueryOf(ago: -TimeSpan.FromMinutes(11)), "x=1",
        ])
        {
            using var answer = await client.GetAsync($"/api/marketing/wechat?{query}&echostr=1");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public void The_signature_is_that_of_the_documentation() =>
        // SHA-1 of 1409735669486452656spamtest: the three in the order of their characters.
        WeChatSignature.Of("spamtest", "1409735669", "486452656").ShouldBe("5e84ac4ba6abc889cf5c64ee959a05b68a6d8c6f");

    [Theory]
    [InlineData("<xml><FromUserName>o1</FromUserName>")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""<!DOCTYPE xml [<!ENTITY a "aaaa">]><xml><FromUserName>&a;</FromUserName></xml>""")]
    [InlineData("<xml><MsgType>event</MsgType></xml>")]
    public async Task What_is_no_document_of_the_platform_is_refused(string body) =>
        (await host.TellAsync(body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Who_does_not_sign_tells_nothing()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        await studio.HandOverAsync();
        var receipt = host.Receipt(follower.OpenId, TakenBy(follower)[0].MessageId, "failed:user block");

        foreach (var query in (string[])
            ["", "signature=&timestamp=&nonce=", host.QueryOf(token: "guess"), host.QueryOf(ago: TimeSpan.FromMinutes(11))])
            (await host.TellAsync(receipt, query)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await studio.MessageAsync(batch, follower.Member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task A_follower_who_writes_that_he_wants_no_more_hears_nothing_on_any_channel_until_he_agrees_again()
    {
        var studio = await OpenAsync(host);
        var (follower, other) = (await FollowerAsync(studio), await FollowerAsync(studio));
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        (await host.WriteAsync(follower.OpenId, "退订")).ShouldBe((HttpStatusCode.OK, "success"));
        (await host.WriteAsync(other.OpenId, "请问几点开门？")).ShouldBe((HttpStatusCode.OK, "success"));
        var mine = await QueueAsync(studio, [follower.Member, other.Member], TemplateKind.Marketing);
        var text = await studio.QueueAsync([follower.Member]);
        var notice = await QueueAsync(studio, [follower.Member]);
        await studio.HandOverAsync();

        (await studio.MessageAsync(mine, follower.Member)).Reason.ShouldBe(MessageReason.OptedOut);
        (await studio.MessageAsync(text, follower.Member)).Reason.ShouldBe(MessageReason.OptedOut);
        (await studio.MessageAsync(mine, other.Member)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(notice, follower.Member)).State.ShouldBe(MessageState.Accepted);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.AgreeAsync(follower.Member.MemberNo);
        var again = await QueueAsync(studio, [follower.Member], TemplateKind.Marketing);
        await studio.HandOverAsync();
        (await studio.MessageAsync(again, follower.Member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task Who_follows_no_more_is_not_reached_there_and_following_again_is_no_consent()
    {
        var studio = await OpenAsync(host);
        var (follower, other) = (await FollowerAsync(studio), await FollowerAsync(studio));
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        (await host.FollowAsync(follower.OpenId, "unsubscribe")).ShouldBe((HttpStatusCode.OK, "success"));
        var batch = await QueueAsync(studio, [follower.Member, other.Member]);
        var text = await studio.QueueAsync([follower.Member]);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, follower.Member)).Reason.ShouldBe(MessageReason.NoAddress);
        (await studio.MessageAsync(batch, other.Member)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(text, follower.Member)).State.ShouldBe(MessageState.Accepted, "He left the account alone.");
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.FollowAsync(follower.OpenId, "subscribe")).ShouldBe((HttpStatusCode.OK, "success"));
        (await LinkAsync(studio, follower.Member)).LinkedAt.ShouldBeNull();
        await studio.RunAsync(new LinkWeChat.Input(follower.Member.MemberNo, follower.OpenId));
        (await SendAsync()).Reason.ShouldBe(MessageReason.OptedOut);
        await studio.AgreeAsync(follower.Member.MemberNo);
        (await SendAsync()).State.ShouldBe(MessageState.Accepted);

        async Task<Message> SendAsync()
        {
            var again = await QueueAsync(studio, [follower.Member], TemplateKind.Marketing);
            await studio.HandOverAsync();
            return await studio.MessageAsync(again, follower.Member);
        }
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task That_somebody_left_ends_no_link_that_was_made_since_and_counts_only_where_it_is_signed()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);

        (await host.FollowAsync(follower.OpenId, "unsubscribe", ago: TimeSpan.FromMinutes(1))).Status.ShouldBe(HttpStatusCode.OK);
        (await host.FollowAsync(follower.OpenId, "unsubscribe", query: host.QueryOf(token: "guess")))
            .Status.ShouldBe(HttpStatusCode.NotFound);

        (await LinkAsync(studio, follower.Member)).LinkedAt.ShouldNotBeNull();
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task What_is_said_in_a_store_holds_for_WeChat_too()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.OptOutInStoreAsync(follower.Member.MemberNo);

        var batch = await QueueAsync(studio, [follower.Member], TemplateKind.Marketing);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, follower.Member)).Reason.ShouldBe(MessageReason.OptedOut);
    }

    private static Task<bool> WaitingAsync(Studio studio, string reference) =>
        studio.LookAsync(db => db.EarlyReceipts.AnyAsync(r => r.Reference == reference));
}
