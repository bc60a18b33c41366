using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Direct.TestAddresses;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.Tests.Gateways;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Marketing.WeChat;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.People;
using RetailMember.Values;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public sealed class WeChatTestsOnSqlite(SqliteWeChatHost host) : WeChatTests(host), IClassFixture<SqliteWeChatHost>;

public sealed class WeChatTestsOnPostgres(PostgresWeChatHost host) : WeChatTests(host), IClassFixture<PostgresWeChatHost>;

/// <summary>Template messages of an official account, from the queue to the receipt.</summary>
[Trait("Req", "SMS-10")]
public abstract partial class WeChatTests(WeChatHost host)
{
    [Fact]
    public async Task Who_follows_gets_the_message_and_nobody_else_and_it_costs_nothing()
    {
        var studio = await OpenAsync(host);
        await studio.RunAsync(new BuyPackage.Input("p1", 1, Money.FromYuan(1m), new DateOnly(2025, 6, 1)));
        var (follower, stranger) = (await FollowerAsync(studio), await studio.MemberAsync());

        var batch = await QueueAsync(studio, [follower.Member, stranger]);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, stranger)).Reason.ShouldBe(MessageReason.NoAddress);
        var taken = TakenBy(follower).ShouldHaveSingleItem();
        var message = await studio.MessageAsync(batch, follower.Member);
        message.ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Accepted), m => m.Parts.ShouldBe(0),
            m => m.Gateway.ShouldBe("wechat"), m => m.Reference.ShouldBe($"{taken.MessageId}"));
        taken.Number.ShouldBe(message.Id.ToString("N"));
        JsonDocument.Parse(taken.Body).RootElement.GetProperty("data").GetRawText().ShouldBe("""{"thing1":{"value":"李明"}}""");
        (await studio.RunAsync(new FindPackages.Input())).Left.ShouldBe(1);
    }

    [Fact]
    public async Task A_used_up_package_and_a_commercial_message_without_words_about_leaving_do_not_hold_it_up()
    {
        var studio = await OpenAsync(host);
        await studio.RunAsync(new BuyPackage.Input("p2", 1, Money.FromYuan(1m), new DateOnly(2025, 6, 1)));
        var followers = new[] { await FollowerAsync(studio), await FollowerAsync(studio), await FollowerAsync(studio) };

        var batch = await QueueAsync(studio, [.. followers.Select(f => f.Member)], TemplateKind.Marketing);
        await studio.HandOverAsync();

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted);
        (await studio.RunAsync(new FindPackages.Input())).Left.ShouldBe(1);
    }

    [Fact, Trait("Req", "SMS-13"), Trait("Req", "SMS-14")]
    public async Task Consent_and_the_cap_of_a_day_hold_as_on_other_channels()
    {
        var studio = await OpenAsync(host);
        var (willing, other) = (await FollowerAsync(studio), await FollowerAsync(studio, agrees: false));

        var first = await QueueAsync(studio, [willing.Member, other.Member], TemplateKind.Marketing);
        var second = await QueueAsync(studio, [willing.Member], TemplateKind.Marketing);
        await studio.HandOverAsync();

        (await studio.MessageAsync(first, other.Member)).Reason.ShouldBe(MessageReason.NoConsent);
        (await studio.MessageAsync(first, willing.Member)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(second, willing.Member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Queued), m => m.Reason.ShouldBe(MessageReason.FrequencyCap));
    }

    [Fact]
    public async Task A_campaign_goes_by_WeChat_where_its_words_do()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        await studio.MemberAsync();
        var code = "c" + Key()[^12..];
        var template = await studio.TemplateAsync(terms: Words(TemplateKind.Marketing));
        await studio.RunAsync(new EditSegment.Input(code, new SegmentTerms
        {
            Name = new LocalName("全部", "All"), Members = Conditions.All(),
        }));
        await studio.RunAsync(new EditMessageCampaign.Input(code, new MessageCampaignTerms
        {
            Name = new LocalName("夏", "Summer"), Purpose = CampaignPurpose.Promotion, Segment = code, Template = template.Code,
        }));
        var read = await studio.RunAsync(new ReadMessageCampaign.Input(code));
        await studio.SecondAsync(new ApproveMessageCampaign.Input(code, read.WordingMark!));

        var forecast = await studio.RunAsync(new ForecastMessageCampaign.Input(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        await studio.RunAsync(new RunMessageCampaigns.Input());
        await studio.HandOverAsync();

        (forecast.Written, forecast.CostEstimate!.MessageParts).ShouldBe((1L, 0L));
        TakenBy(follower).Count.ShouldBe(1);
        (await studio.RunAsync(new ReadMessageCampaign.Input(code))).Tallies.Sum(t => t.BilledParts).ShouldBe(0);
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        (await browser.OpenAsync($"/brands/{studio.Brand.Code}/marketing/message-campaigns/{code}"))
            .ShouldContain("WeChat allows no advertising");
    }

    [Fact]
    public async Task A_module_writes_by_WeChat_where_the_brand_has_no_other_words_for_it()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var purpose = "marketing.trial" + Key()[^6..];
        await studio.TemplateAsync(terms: Words(TemplateKind.Marketing) with { Purpose = purpose });

        (await studio.PostAsync(new LetterOccasion(purpose, "once"), follower.Member)).ShouldBe(1);
        await studio.HandOverAsync();

        TakenBy(follower).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_met_a_busy_platform_goes_again_under_its_own_number()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        host.Platform.Followers[follower.OpenId] = -1;

        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, follower.Member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Queued), m => m.Reason.ShouldBe(MessageReason.ProviderBusy),
            m => m.ProviderReason.ShouldBe("-1"));
        host.Platform.Followers.TryRemove(follower.OpenId, out _);
        host.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await studio.HandOverAsync();

        var message = await studio.MessageAsync(batch, follower.Member);
        message.State.ShouldBe(MessageState.Accepted);
        host.Platform.Bodies.Where(b => b.Contains(follower.OpenId, StringComparison.Ordinal)).ToList().ShouldSatisfyAllConditions(
            b => b.Count.ShouldBe(4), b => b.Distinct().Count().ShouldBe(1),
            b => b[0].ShouldContain($"\"client_msg_id\":\"{message.Id:N}\""));
    }

    [Fact]
    public async Task An_account_that_has_sent_all_it_may_today_leaves_the_rest_for_later()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        host.Platform.Followers[follower.OpenId] = 45009;

        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, follower.Member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Queued), m => m.Reason.ShouldBe(MessageReason.ProviderQuota),
            m => m.DueAt.ShouldBe(host.Host.Time.GetUtcNow().UtcDateTime.AddHours(2)));
    }

    [Fact]
    public async Task Who_does_not_follow_any_more_is_not_asked_again()
    {
        var studio = await OpenAsync(host);
        var follower = await FollowerAsync(studio);
        var batch = await QueueAsync(studio, [follower.Member]);
        host.Platform.Followers[follower.OpenId] = 43004;

        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, follower.Member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Failed), m => m.Reason.ShouldBe(MessageReason.NotFollowing),
            m => m.ProviderReason.ShouldBe("43004"));
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task Several_hosts_send_each_message_once()
    {
        var studio = await OpenAsync(host);
        var followers = new List<Follower>();
        for (var i = 0; i < 12; i++) followers.Add(await FollowerAsync(studio));
        var batch = await QueueAsync(studio, [.. followers.Select(f => f.Member)]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => studio.HandOverAsync()));

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted);
        followers.ShouldAllBe(f => TakenBy(f).Count == 1);
    }

    [Fact]
    public async Task A_template_for_WeChat_has_a_number_of_the_account_and_alone_opens_a_page()
    {
        var studio = await OpenAsync(host);
        var words = Words(TemplateKind.Notice);

        (await studio.RefusalAsync(new EditTemplate.Input("w1", words with { ProviderCode = "" })))
            .ShouldBe("marketing.provider-code-needed");
        foreach (var link in (string[])["shop.example", "http://shop.example", "https://shop.example/a b", "javascript:alert(1)"])
            (await studio.RefusalAsync(new EditTemplate.Input("w1", words with { Link = link }))).ShouldBe("marketing.link-malformed");
        (await studio.RefusalAsync(new EditTemplate.Input("w1", Terms() with { Link = "https://shop.example" })))
            .ShouldBe("marketing.link-not-carried");
        (await studio.RunAsync(new EditTemplate.Input("w1", words with { Link = "https://shop.example/?a=1" })))
            .Terms.Link.ShouldBe("https://shop.example/?a=1");
    }

    [Fact]
    public async Task Words_are_tried_on_a_follower_of_the_house()
    {
        var studio = await OpenAsync(host);
        var openId = WeChatHost.OpenId();
        var template = await studio.TemplateAsync(terms: Words(TemplateKind.Notice));
        var address = await studio.TestAddressAsync(openId, MessageChannel.WeChat);

        var result = await studio.RunAsync(new SendTest.Input(template.Code, address));

        result.Gateway.ShouldBe("wechat");
        host.Platform.All.Single(t => t.OpenId == openId).Body.ShouldContain("王芳");
        (await studio.RunAsync(new FindTestAddresses.Input())).TestAddresses.ShouldHaveSingleItem().MaskedAddress
            .ShouldBe($"oTe****{openId[^4..]}");
        (await studio.RefusalAsync(new AddTestAddress.Input(MessageChannel.WeChat, "运营", "13811112222")))
            .ShouldBe("marketing.no-such-address");
    }

    private static TemplateTerms Words(TemplateKind kind) => new()
    {
        Name = "到店提醒", Kind = kind, Channel = MessageChannel.WeChat, Signature = Studio.Signature, ProviderCode = FakeWeChat.Template,
        Body = "到店提醒\n会员：${thing1}",
        Variables = [new TemplateVariable("thing1", VariableSource.MemberName, 20, "王芳")],
    };

    private static async Task<Guid> QueueAsync(
        Studio studio, IReadOnlyCollection<Reader> members, TemplateKind kind = TemplateKind.Notice)
    {
        var batch = Guid.CreateVersion7();
        await studio.QueueAsync(batch, await studio.TemplateAsync(terms: Words(kind)), members);
        return batch;
    }

    private static async Task<Follower> FollowerAsync(Studio studio, bool agrees = true)
    {
        var follower = new Follower(await studio.MemberAsync(agrees), WeChatHost.OpenId());
        await studio.RunAsync(new LinkWeChat.Input(follower.Member.MemberNo, follower.OpenId));
        return follower;
    }

    private IReadOnlyList<FakeWeChat.Taken> TakenBy(Follower follower) =>
        [.. host.Platform.All.Where(t => t.OpenId == follower.OpenId)];

    private sealed record Follower(Reader Member, string OpenId);
}
