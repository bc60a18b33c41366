using System.Net;
using System.Net.Http.Json;
using RetailMember.Marketing.Data;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public sealed class ReceiptTestsOnSqlite(SqliteGatewayHost host) : ReceiptTests(host), IClassFixture<SqliteGatewayHost>;

public sealed class ReceiptTestsOnPostgres(PostgresGatewayHost host) : ReceiptTests(host), IClassFixture<PostgresGatewayHost>;

/// <summary>What became of messages, however often and in whatever order it is told.</summary>
[Trait("Req", "SMS-04")]
public abstract class ReceiptTests(GatewayHost host)
{
    [Fact]
    public async Task A_receipt_that_comes_twice_counts_once_and_a_contrary_one_after_it_nothing()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        var request = (await studio.MessageAsync(batch, member)).RequestId!;

        await PushAsync(Receipt(request, member, true));
        await PushAsync(Receipt(request, member, true), Receipt(request, member, false, "MOBILE_NOT_ON_SERVICE"));

        (await studio.MessageAsync(batch, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Delivered), m => m.Reason.ShouldBeNull(),
            m => m.DoneAt.ShouldBe(new DateTime(2025, 6, 18, 2, 0, 9, DateTimeKind.Utc)), m => m.AskAt.ShouldBeNull());
    }

    [Fact]
    public async Task A_receipt_that_comes_before_the_gateways_own_answer_is_not_lost()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member]);
        host.Gateway.Afterwards = order => order.Letters[0].Address == member.Mobile
            ? PushAsync(Receipt(order.RequestId, member, false, "MOBILE_IN_BLACK")) : Task.CompletedTask;

        await studio.HandOverAsync();
        host.Gateway.Afterwards = _ => Task.CompletedTask;

        (await studio.MessageAsync(batch, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Failed), m => m.Reason.ShouldBe(MessageReason.NumberBlocked),
            m => m.ProviderReason.ShouldBe("MOBILE_IN_BLACK"), m => m.Reference.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_receipt_that_does_not_come_is_asked_for()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        var request = (await studio.MessageAsync(batch, member)).RequestId!;
        host.Gateway.Settle(request, member.Mobile, new GatewayRecord(true));

        host.Host.Clock.Advance(TimeSpan.FromMinutes(59));
        await studio.AskAsync();
        (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Accepted);
        host.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await studio.AskAsync();

        (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Delivered);
    }

    [Fact]
    public async Task Who_does_not_know_the_key_tells_nothing()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        var receipt = Receipt((await studio.MessageAsync(batch, member)).RequestId!, member, true);

        (await SendAsync("receipts?key=guess", new[] { receipt })).ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync("replies?key=", new[] { new { phone_number = member.Mobile, content = "TD" } }))
            .ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync("receipts?key=" + GatewayHost.ReceiptsKey, new { no = "list" })).ShouldBe(HttpStatusCode.BadRequest);
        (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact]
    public async Task A_receipt_that_nobody_can_read_or_keep_does_not_keep_the_others()
    {
        var studio = await OpenAsync(host);
        var (member, other) = (await studio.MemberAsync(), await studio.MemberAsync());
        var batch = await studio.QueueAsync([member, other]);
        await studio.HandOverAsync();
        var requests = (await studio.MessagesAsync(batch)).ToDictionary(m => m.MemberId!.Value, m => m.RequestId!);

        await PushAsync(
            "no receipt", new { out_id = "\0", phone_number = "", report_time = "0001-01-01 00:00:00" },
            Receipt(requests[member.Id], member, false, new string('X', 300)),
            Receipt(requests[other.Id], other with { Mobile = "86" + other.Mobile }, true));

        (await studio.MessageAsync(batch, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Failed), m => m.ProviderReason.ShouldBe(new string('X', 64)));
        (await studio.MessageAsync(batch, other)).State.ShouldBe(MessageState.Delivered);
    }

    [Fact]
    public async Task What_the_gateway_does_not_say_of_one_message_keeps_it_from_no_other()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(8);
        var batch = await studio.QueueAsync(members);
        await studio.HandOverAsync();
        foreach (var message in await studio.MessagesAsync(batch))
            host.Gateway.Settle(message.RequestId!, members.Single(m => m.Id == message.MemberId).Mobile, new GatewayRecord(true));
        host.Gateway.IsSilentOn = address => address == members[0].Mobile || address == members[5].Mobile;

        host.Host.Clock.Advance(TimeSpan.FromHours(1));
        await studio.AskAsync();
        var first = await studio.MessagesAsync(batch);
        host.Gateway.IsSilentOn = _ => false;
        host.Host.Clock.Advance(TimeSpan.FromHours(1));
        await studio.AskAsync();

        first.Count(m => m.State == MessageState.Delivered).ShouldBe(6);
        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Delivered);
    }

    [Fact]
    public async Task A_gateway_that_says_nothing_is_left_alone_and_who_was_not_asked_about_is_asked_about_next()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(8);
        var batch = await studio.QueueAsync(members);
        await studio.HandOverAsync();
        var own = members.Select(m => m.Mobile).ToHashSet();
        foreach (var message in await studio.MessagesAsync(batch))
            host.Gateway.Settle(message.RequestId!, members.Single(m => m.Id == message.MemberId).Mobile, new GatewayRecord(true));
        host.Gateway.IsSilentOn = own.Contains;
        host.Host.Clock.Advance(TimeSpan.FromHours(1));
        await studio.AskAsync();
        host.Gateway.IsSilentOn = _ => false;

        await studio.AskAsync();

        (await studio.MessagesAsync(batch)).Count(m => m.State == MessageState.Delivered).ShouldBe(5);
    }

    [Theory]
    [InlineData(0, MessageState.Accepted)]
    [InlineData(1, MessageState.HandingOver)]
    [InlineData(25, MessageState.Unknown)]
    public async Task The_last_question_counts_as_asked_once_it_is_answered_or_nobody_waits_for_it_any_more(int hours, object state)
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(5);
        var batch = await studio.QueueAsync(members);
        var own = members.Select(m => m.Mobile).ToHashSet();
        bool Mine(GatewayOrder order) => own.Contains(order.Letters[0].Address);
        host.Gateway.Afterwards = order => Mine(order) ? throw new InvalidOperationException("died") : Task.CompletedTask;
        await studio.HandOverAsync();
        host.Gateway.Afterwards = _ => Task.CompletedTask;
        host.Gateway.IsSilentOn = address => hours > 0 && own.Contains(address);

        host.Host.Clock.Advance(TimeSpan.FromHours(72 + hours) + TimeSpan.FromMinutes(1));
        for (var i = 0; i < 2; i++) await studio.AskAsync();
        var asked = await studio.MessagesAsync(batch);
        host.Gateway.IsSilentOn = _ => false;

        asked.ShouldAllBe(m => m.State == (MessageState)state && (m.AskAt == null) == (m.State != MessageState.HandingOver));
    }

    private static object Receipt(string request, Reader member, bool success, string code = "DELIVERED") => new
    {
        out_id = request, phone_number = member.Mobile, success, err_code = code, report_time = "2025-06-18 10:00:09",
        send_time = "2025-06-18 10:00:00", sms_size = "1", biz_id = "9^0",
    };

    private async Task PushAsync(params object[] told) =>
        (await SendAsync("receipts?key=" + GatewayHost.ReceiptsKey, told)).ShouldBe(HttpStatusCode.OK);

    private async Task<HttpStatusCode> SendAsync(string address, object told)
    {
        using var client = host.Host.Client();
        using var answer = await client.PostAsJsonAsync("/api/marketing/" + address, told);
        return answer.StatusCode;
    }
}
