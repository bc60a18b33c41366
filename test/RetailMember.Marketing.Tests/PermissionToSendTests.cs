using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Receipts;
using RetailMember.Testing;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public sealed class PermissionToSendTestsOnSqlite(SqliteGatewayHost host)
    : PermissionToSendTests(host), IClassFixture<SqliteGatewayHost>;

public sealed class PermissionToSendTestsOnPostgres(PostgresGatewayHost host)
    : PermissionToSendTests(host), IClassFixture<PostgresGatewayHost>;

/// <summary>Consent, opt-out, quiet hours and limits, as they stand when a message is handed over.</summary>
public abstract partial class PermissionToSendTests(GatewayHost host)
{
    [Fact, Trait("Req", "SMS-13")]
    public async Task Commercial_messages_go_to_who_agreed_and_notices_to_everybody()
    {
        var studio = await OpenAsync(host);
        var (agrees, silent, left) = (await studio.MemberAsync(), await studio.MemberAsync(agrees: false), await studio.MemberAsync());
        await studio.AgreeAsync(left.MemberNo, granted: false);
        var commercial = await studio.QueueAsync([agrees, silent, left]);
        var notice = await studio.QueueAsync([agrees, silent, left], TemplateKind.Notice);

        await studio.HandOverAsync();

        (await studio.MessageAsync(commercial, agrees)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(commercial, silent)).Reason.ShouldBe(MessageReason.NoConsent);
        (await studio.MessageAsync(commercial, left)).Reason.ShouldBe(MessageReason.NoConsent);
        (await studio.MessagesAsync(notice)).ShouldAllBe(m => m.State == MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task Who_opts_out_by_reply_hears_no_more_from_any_brand_until_he_agrees_again()
    {
        var (studio, other) = (await OpenAsync(host), await OpenAsync(host));
        var member = await studio.MemberAsync();
        var elsewhere = await other.MemberAsync(mobile: member.Mobile);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        (await host.PushAsync("replies", [new { phone_number = member.Mobile, content = " td " }])).ShouldContain("\"code\":0");
        var batches = (await studio.QueueAsync([member]), await other.QueueAsync([elsewhere]));
        await studio.HandOverAsync();
        await other.HandOverAsync();

        (await studio.MessageAsync(batches.Item1, member)).Reason.ShouldBe(MessageReason.OptedOut);
        (await other.MessageAsync(batches.Item2, elsewhere)).Reason.ShouldBe(MessageReason.OptedOut);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.AgreeAsync(member.MemberNo);
        var again = await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        (await studio.MessageAsync(again, member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task A_reply_of_tomorrow_counts_from_now_and_a_number_may_have_its_country_code()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        await host.PushAsync(
            "replies", [new { phone_number = "86" + member.Mobile, content = "ＴＤ", send_time = "2999-01-01 00:00:00" }]);
        var left = await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.AgreeAsync(member.MemberNo);
        var again = await studio.QueueAsync([member]);
        await studio.HandOverAsync();

        (await studio.MessageAsync(left, member)).Reason.ShouldBe(MessageReason.OptedOut);
        (await studio.MessageAsync(again, member)).State.ShouldBe(MessageState.Accepted);
    }

    [Theory, Trait("Req", "SMS-13")]
    [InlineData(" td ", true)]
    [InlineData("ＴＤ", true)]
    [InlineData("TD。谢谢", true)]
    [InlineData("TD退订", true)]
    [InlineData("“退订”", true)]
    [InlineData("T", true)]
    [InlineData("取消!", true)]
    [InlineData("我要退订", true)]
    [InlineData("请退订,谢谢", true)]
    [InlineData("您好,麻烦帮我退订", true)]
    [InlineData("不要再发了", true)]
    [InlineData("不退订", false)]
    [InlineData("我没有退订", false)]
    [InlineData("我不想退订", false)]
    [InlineData("请不要再发货了", false)]
    [InlineData("T恤还有吗", false)]
    [InlineData("取消预约", false)]
    [InlineData("TDK", false)]
    [InlineData("谢谢", false)]
    public void A_reply_asks_to_be_left_alone_in_the_usual_words_alone(string reply, bool asks) =>
        WayOut.IsAskedBy(reply).ShouldBe(asks);

    [Fact, Trait("Req", "SMS-13")]
    public async Task Who_opts_out_in_a_store_hears_no_more_although_the_message_waits_already()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member]);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await studio.OptOutInStoreAsync(member.MemberNo)).GetProperty("memberNo").GetString().ShouldBe(member.MemberNo);

        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, member)).Reason.ShouldBe(MessageReason.OptedOut);
    }

    [Fact, Trait("Req", "SMS-13"), Trait("Req", "OPS-05")]
    public async Task Whoever_opted_out_reads_so_among_his_consents_and_agrees_there_again_at_once()
    {
        var studio = await OpenAsync(host);
        var (replied, said) = (await studio.MemberAsync(), await studio.MemberAsync());
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.PushAsync("replies", [new { phone_number = replied.Mobile, content = "TD" }]);
        await studio.OptOutInStoreAsync(said.MemberNo);

        (await MarketingConsentAsync(studio, replied)).ShouldBe((false, "reply"));
        (await MarketingConsentAsync(studio, said)).ShouldBe((false, "store"));
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.AgreeAsync(replied.MemberNo);
        await studio.AgreeAsync(said.MemberNo, granted: false);

        (await MarketingConsentAsync(studio, replied)).ShouldBe((true, null));
        (await MarketingConsentAsync(studio, said)).ShouldBe((false, null), "he took it back himself");
    }

    private static async Task<(bool, string?)> MarketingConsentAsync(Studio studio, Reader member)
    {
        var consents = (await studio.GetAsync($"portal/members/{member.MemberNo}/consents")).GetProperty("consents");
        var marketing = consents.EnumerateArray().Single(c => c.GetProperty("purpose").GetString() == "marketing");
        return (
            marketing.GetProperty("granted").GetBoolean(),
            marketing.TryGetProperty("leftBy", out var way) ? way.GetString() : null);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task What_is_not_handed_over_by_ten_at_night_waits_until_eight()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(2);
        var today = host.Host.Time.GetUtcNow().UtcDateTime.Date.AddDays(2);
        var batch = await studio.QueueAsync(members[..1]);
        var (later, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());
        await studio.QueueAsync(later, template, members[1..]);
        await HoldAsync(studio, later, held: true);

        host.Host.Clock.Set(today.AddHours(13).AddMinutes(59));
        await studio.HandOverAsync();
        host.Host.Clock.Set(today.AddHours(14));
        await HoldAsync(studio, later, held: false);
        var notice = await studio.QueueAsync(members[1..], TemplateKind.Notice);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, members[0])).State.ShouldBe(MessageState.Accepted, "21:59");
        (await studio.MessageAsync(later, members[1])).State.ShouldBe(MessageState.Queued, "22:00");
        (await studio.MessageAsync(notice, members[1])).State.ShouldBe(MessageState.Accepted, "no commercial message");
        host.Host.Clock.Set(today.AddHours(23).AddMinutes(59));
        await studio.HandOverAsync();
        (await studio.MessageAsync(later, members[1])).State.ShouldBe(MessageState.Queued, "07:59");
        host.Host.Clock.Set(today.AddHours(24));
        await studio.HandOverAsync();
        (await studio.MessageAsync(later, members[1])).State.ShouldBe(MessageState.Accepted, "08:00");
    }

    [Fact, Trait("Req", "SMS-14")]
    public async Task A_second_commercial_message_waits_until_24_hours_after_the_first()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        host.Host.Clock.Set(host.Host.Time.GetUtcNow().UtcDateTime.Date.AddDays(2).AddHours(4));
        var first = host.Host.Time.GetUtcNow().UtcDateTime;
        await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        host.Host.Clock.Advance(TimeSpan.FromHours(2));
        var second = await studio.QueueAsync([member]);

        await Task.WhenAll(studio.HandOverAsync(), studio.HandOverAsync());

        (await studio.MessageAsync(second, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Queued), m => m.Reason.ShouldBe(MessageReason.FrequencyCap),
            m => m.DueAt.ShouldBe(first.AddHours(24)));
        host.Host.Clock.Set(first.AddHours(24));
        await studio.HandOverAsync();
        (await studio.MessageAsync(second, member)).State.ShouldBe(MessageState.Accepted);
        host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(2);
    }

    [Fact, Trait("Req", "SMS-14")]
    public async Task Fifty_in_the_same_words_within_24_hours_are_the_providers_limit()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var template = await studio.TemplateAsync(TemplateKind.Notice);
        for (var i = 0; i < 51; i++) await studio.QueueAsync(Guid.CreateVersion7(), template, [member]);

        await studio.HandOverAsync();

        host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(50);
    }

    [Fact, Trait("Req", "SMS-14")]
    public async Task Another_template_with_the_providers_same_number_begins_no_new_count()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var words = Terms(TemplateKind.Notice) with { ProviderCode = "SMS_154950909" };
        var (first, same, other) = (
            await studio.TemplateAsync(terms: words), await studio.TemplateAsync(terms: words with { Name = "秋日" }),
            await studio.TemplateAsync(terms: words with { ProviderCode = "SMS_154950910" }));
        for (var i = 0; i < 50; i++) await studio.QueueAsync(Guid.CreateVersion7(), first, [member]);
        await studio.HandOverAsync();
        var (capped, free) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await studio.QueueAsync(capped, same, [member]);
        await studio.QueueAsync(free, other, [member]);

        await studio.HandOverAsync();

        (await studio.MessageAsync(capped, member)).Reason.ShouldBe(MessageReason.FrequencyCap);
        (await studio.MessageAsync(free, member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-17")]
    public async Task What_waits_in_withdrawn_words_is_not_sent()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var (batch, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());
        await studio.QueueAsync(batch, template, [member]);
        await studio.RunAsync(new Templates.WithdrawTemplate.Input(template.Code));

        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, member)).Reason.ShouldBe(MessageReason.TemplateNotApproved);
        (await Should.ThrowAsync<UseCases.Refusal>(() => studio.QueueAsync(Guid.CreateVersion7(), template, [member])))
            .Code.ShouldBe("marketing.template-not-approved");
    }

    [Theory, Trait("Req", "SMS-13")]
    [InlineData(nameof(TemplateKind.Code), "marketing.codes-not-queued")]
    [InlineData(nameof(TemplateKind.Notice), "marketing.campaign-commercial-only")]
    public async Task No_campaign_passes_by_consent_by_calling_its_words_something_else(string kind, string refusal)
    {
        var studio = await OpenAsync(host);
        var template = await studio.TemplateAsync(Enum.Parse<TemplateKind>(kind));

        var open = Should.ThrowAsync<UseCases.Refusal>(() => studio.InTransactionAsync((queue, call) => queue.OpenAsync(
            new NewBatch(Guid.CreateVersion7(), "campaign:summer", template.Id), call, CancellationToken.None)));

        (await open).Code.ShouldBe(refusal);
        (await studio.LookAsync(db => db.Batches.AnyAsync(b => b.TemplateId == template.Id))).ShouldBeFalse();
    }

    private static Task<int> HoldAsync(Studio studio, Guid batch, bool held) => studio.InTransactionAsync(async (queue, _) =>
    {
        await (held ? queue.HoldAsync(batch, CancellationToken.None) : queue.ReleaseAsync(batch, CancellationToken.None));
        return 0;
    });

    [Fact, Trait("Req", "SMS-13"), Trait("Req", "SMS-15")]
    public async Task Letters_of_another_module_go_once_an_occasion_in_the_words_of_their_purpose_to_who_agrees()
    {
        var studio = await OpenAsync(host);
        var (agrees, silent) = (await studio.MemberAsync(), await studio.MemberAsync(agrees: false));
        var occasion = new LetterOccasion("marketing.p" + Key(), "2025-05-25");
        (await studio.PostAsync(occasion, agrees)).ShouldBe(0);
        await studio.TemplateAsync(terms: Terms() with { Purpose = occasion.Purpose });

        var queued = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => studio.PostAsync(occasion, agrees, silent)));
        await studio.HandOverAsync();

        queued.Sum().ShouldBe(2);
        (await studio.PostAsync(occasion with { Key = "2025-06-25" }, agrees)).ShouldBe(1);
        var sent = (await studio.OfPurposeAsync(occasion.Purpose)).OrderBy(m => m.CreatedAt).ToList();
        sent.Count.ShouldBe(3);
        sent.Single(m => m.MemberId == agrees.Id && m.Purpose.EndsWith("05-25", StringComparison.Ordinal)).State
            .ShouldBe(MessageState.Accepted);
        sent.Single(m => m.MemberId == silent.Id).Reason.ShouldBe(MessageReason.NoConsent);

        var survivor = await studio.MemberAsync();
        await studio.MergeAsync(agrees, into: survivor);
        (await studio.PostAsync(occasion, agrees, survivor)).ShouldBe(0);
    }
}
