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
