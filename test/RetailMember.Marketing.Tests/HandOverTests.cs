using RetailMember.Marketing.Data;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public sealed class HandOverTestsOnSqlite(SqliteGatewayHost host) : HandOverTests(host), IClassFixture<SqliteGatewayHost>;

public sealed class HandOverTestsOnPostgres(PostgresGatewayHost host) : HandOverTests(host), IClassFixture<PostgresGatewayHost>;

/// <summary>However often and by how many hosts it is handed over, a message reaches its member once.</summary>
[Trait("Req", "SMS-15")]
public abstract partial class HandOverTests(GatewayHost host)
{
    [Fact]
    public async Task Two_hosts_hand_a_campaign_over_at_once_and_every_member_gets_it_once()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(45);
        var batch = await studio.QueueAsync(members);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => studio.HandOverAsync()));

        foreach (var member in members) host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(1);
        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted && m.Reference != null && m.Parts == 1);
    }

    [Fact]
    public async Task What_was_being_handed_over_when_a_host_died_is_asked_for_and_goes_once()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(25);
        var batch = await studio.QueueAsync(members);
        var own = members.Select(m => m.Mobile).ToHashSet();
        var dying = 0;
        bool Mine(GatewayOrder order) => own.Contains(order.Letters[0].Address);
        host.Gateway.Refuses = order => Mine(order) && Interlocked.Increment(ref dying) == 1 ? throw Died() : null;
        host.Gateway.Afterwards = order => Mine(order) && Interlocked.Increment(ref dying) == 3 ? throw Died() : Task.CompletedTask;
        await studio.HandOverAsync();
        (host.Gateway.Refuses, host.Gateway.Afterwards) = (_ => null, _ => Task.CompletedTask);

        await studio.HandOverAsync();
        await studio.AskAsync();
        (await studio.MessagesAsync(batch)).Count(m => m.State == MessageState.HandingOver).ShouldBe(20, "too early to ask");
        host.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await Task.WhenAll(studio.AskAsync(), studio.AskAsync());
        await studio.HandOverAsync();

        foreach (var member in members) host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(1);
        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted);
    }

    [Fact]
    public async Task What_a_gateway_without_records_left_open_is_never_sent_again()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member]);
        host.Gateway.Refuses = order => order.Letters[0].Address == member.Mobile ? throw Died() : null;
        await studio.HandOverAsync();
        (host.Gateway.Refuses, host.Gateway.KeepsRecords) = (_ => null, false);

        host.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await studio.AskAsync();
        await studio.HandOverAsync();
        host.Gateway.KeepsRecords = true;

        host.Gateway.TextsTo(member.Mobile).ShouldBeEmpty();
        (await studio.MessageAsync(batch, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Unknown), m => m.Reason.ShouldBe(MessageReason.Unknown));
    }

    [Fact]
    public async Task Who_is_added_twice_has_one_message_and_a_stopped_batch_sends_nothing()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(3);
        var (batch, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());

        (await studio.QueueAsync(batch, template, members[..2])).ShouldBe(2);
        (await studio.QueueAsync(batch, template, members)).ShouldBe(1);
        await studio.InTransactionAsync(async (queue, _) =>
        {
            await queue.HoldAsync(batch, CancellationToken.None);
            return 0;
        });
        (await studio.HandOverAsync()).Decided.ShouldBe(0);
        var now = host.Host.Clock.GetUtcNow().UtcDateTime;
        (await studio.InTransactionAsync((queue, _) => queue.StopAsync(batch, now, CancellationToken.None))).ShouldBe(3);

        (await studio.HandOverAsync()).Decided.ShouldBe(0);
        var counts = await studio.InTransactionAsync((queue, _) => queue.CountAsync(batch, CancellationToken.None));
        counts.ShouldHaveSingleItem().ShouldBe(new(MessageState.Skipped, MessageReason.Stopped, 3, 0));
    }

    [Fact]
    public async Task Merged_members_get_one()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(2);
        var batch = await studio.QueueAsync(members);
        await studio.PostAsync("membership/merges", new
        {
            key = Key(), survivor = members[0].MemberNo, duplicate = members[1].MemberNo, reason = "same person",
        });

        await studio.HandOverAsync();

        (host.Gateway.TextsTo(members[0].Mobile).Count + host.Gateway.TextsTo(members[1].Mobile).Count).ShouldBe(1);
        (await studio.MessagesAsync(batch)).Select(m => m.State)
            .ShouldBe([MessageState.Accepted, MessageState.Skipped], ignoreOrder: true);
    }

    [Fact]
    public async Task One_wrong_number_does_not_spoil_the_order_of_the_others()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(6);
        var batch = await studio.QueueAsync(members);
        host.Gateway.Refuses = order => order.Letters.Any(l => l.Address == members[2].Mobile)
            ? new GatewayAnswer(GatewayOutcome.Refused, null, MessageReason.NumberIllegal, "isv.MOBILE_NUMBER_ILLEGAL")
            : null;

        await studio.HandOverAsync();
        host.Gateway.Refuses = _ => null;

        (await studio.MessageAsync(batch, members[2])).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Failed), m => m.Reason.ShouldBe(MessageReason.NumberIllegal),
            m => m.ProviderReason.ShouldBe("isv.MOBILE_NUMBER_ILLEGAL"));
        foreach (var member in members.Where(m => m != members[2])) host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_provider_takes_nothing_messages_wait_and_it_is_not_pestered()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(3);
        var batch = await studio.QueueAsync(members);
        var own = members.Select(m => m.Mobile).ToHashSet();
        host.Gateway.Refuses = order => own.Contains(order.Letters[0].Address)
            ? new GatewayAnswer(GatewayOutcome.Busy, null, MessageReason.ProviderBusy, "Throttling.User")
            : null;

        await studio.HandOverAsync();
        await studio.HandOverAsync();

        host.Gateway.Orders.Count(o => own.Contains(o.Letters[0].Address)).ShouldBe(1);
        (await studio.MessagesAsync(batch)).ShouldAllBe(m =>
            m.State == MessageState.Queued && m.Reason == MessageReason.ProviderBusy && m.HandedOverAt == null);
        host.Gateway.Refuses = _ => null;
        host.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await studio.HandOverAsync();
        foreach (var member in members) host.Gateway.TextsTo(member.Mobile).ShouldBe(["李明您好,夏日新品到店。拒收请回复TD"]);
    }

    private static InvalidOperationException Died() => new("the host died here");
}
