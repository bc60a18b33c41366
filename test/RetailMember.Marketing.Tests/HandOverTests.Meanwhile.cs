using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>What happens between a decision and the call, or between two messages of one batch.</summary>
public abstract partial class HandOverTests
{
    [Fact, Trait("Req", "SMS-15")]
    public async Task Who_had_his_message_under_a_number_that_was_merged_since_gets_no_second_one()
    {
        var studio = await OpenAsync(host);
        var (sent, stays, other) = (await studio.MemberAsync(), await studio.MemberAsync(), await studio.MemberAsync());
        var (batch, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());
        var tomorrow = host.Host.Time.GetUtcNow().UtcDateTime.AddHours(1);
        await studio.QueueAsync(batch, template, [sent]);
        await studio.InTransactionAsync((queue, call) => queue.AddAsync(
            batch, [new NewMessage(stays.Id, DueAt: tomorrow), new NewMessage(other.Id, DueAt: tomorrow)], call, default));

        await studio.HandOverAsync();
        await studio.MergeAsync(sent, into: stays);
        host.Host.Clock.Set(tomorrow);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, sent)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, stays)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Skipped), m => m.Reason.ShouldBe(MessageReason.SameNumber));
        (await studio.MessageAsync(batch, other)).State.ShouldBe(MessageState.Accepted);
        host.Gateway.TextsTo(stays.Mobile).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task What_the_provider_does_not_take_while_its_batch_is_stopped_waits_no_more()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(2);
        var (stopped, going) = (await studio.QueueAsync(members[..1]), await studio.QueueAsync(members[1..]));
        host.Gateway.Beforehand = order => order.Letters[0].Address == members[0].Mobile
            ? studio.InTransactionAsync((queue, call) => queue.StopAsync(stopped, call.At, default)) : Task.CompletedTask;
        host.Gateway.Refuses = order => members.Any(m => m.Mobile == order.Letters[0].Address)
            ? new GatewayAnswer(GatewayOutcome.Busy, null, MessageReason.ProviderLimit, "isv.BUSINESS_LIMIT_CONTROL") : null;

        await studio.HandOverAsync();
        (host.Gateway.Beforehand, host.Gateway.Refuses) = (_ => Task.CompletedTask, _ => null);
        host.Host.Clock.Advance(TimeSpan.FromHours(1));
        await studio.HandOverAsync();

        (await studio.MessageAsync(stopped, members[0])).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Skipped), m => m.Reason.ShouldBe(MessageReason.Stopped),
            m => m.DoneAt.ShouldNotBeNull(), m => m.Parts.ShouldBe(0));
        (await studio.MessageAsync(going, members[1])).State.ShouldBe(MessageState.Accepted);
        host.Gateway.TextsTo(members[0].Mobile).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task Hours_that_end_between_the_decision_and_the_call_let_the_rest_wait_until_the_morning()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(12);
        var own = members.Select(m => m.Mobile).ToHashSet();
        var today = host.Host.Time.GetUtcNow().UtcDateTime.Date.AddDays(2);
        var batch = await studio.QueueAsync(members);
        host.Gateway.Beforehand = order =>
        {
            // Ten in the evening in Shanghai, while the first of two orders is on its way.
            if (own.Contains(order.Letters[0].Address)) host.Host.Clock.Set(today.AddHours(14));
            return Task.CompletedTask;
        };

        host.Host.Clock.Set(today.AddHours(14).AddSeconds(-30));
        await studio.HandOverAsync();
        host.Gateway.Beforehand = _ => Task.CompletedTask;
        var evening = await studio.MessagesAsync(batch);
        host.Host.Clock.Set(today.AddHours(23).AddMinutes(59));
        await studio.HandOverAsync();
        var night = await studio.MessagesAsync(batch);
        host.Host.Clock.Set(today.AddHours(24));
        await studio.HandOverAsync();

        evening.Count(m => m.State == MessageState.Accepted).ShouldBe(host.Gateway.LargestOrder);
        evening.Where(m => m.State != MessageState.Accepted).ShouldAllBe(
            m => m.State == MessageState.Queued && m.HandedOverAt == null && m.RecipientId == null && m.Parts == 0);
        night.Count(m => m.State == MessageState.Queued).ShouldBe(2);
        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted);
        foreach (var member in members) host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(1);
    }
}
