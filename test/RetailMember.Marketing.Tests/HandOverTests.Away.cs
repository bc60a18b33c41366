using RetailMember.Marketing.Data;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>Gateways that take nothing for long.</summary>
public abstract partial class HandOverTests
{
    [Theory, Trait("Req", "SMS-15")]
    [InlineData(MessageReason.ProviderBusy)]
    [InlineData(MessageReason.AccountEmpty)]
    [InlineData(MessageReason.NotAuthorised)]
    public async Task However_long_the_provider_is_away_its_messages_wait_and_go_in_the_end(object reason)
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member], TemplateKind.Notice);
        host.Gateway.Refuses = order => order.Letters[0].Address == member.Mobile
            ? new GatewayAnswer(GatewayOutcome.Busy, Reason: (MessageReason)reason) : null;

        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 30; i++)
        {
            await studio.HandOverAsync();
            var waiting = await studio.MessageAsync(batch, member);
            (waiting.State, waiting.Reason).ShouldBe((MessageState.Queued, (MessageReason)reason));
            pauses.Add(waiting.DueAt - host.Host.Time.GetUtcNow().UtcDateTime);
            host.Host.Clock.Set(waiting.DueAt);
        }

        host.Gateway.Refuses = _ => null;
        await studio.HandOverAsync();
        SetMorning();

        (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Accepted);
        pauses[^1].ShouldBeGreaterThan(pauses[0]);
        pauses.ShouldAllBe(p => p <= TimeSpan.FromMinutes(30));
        host.Gateway.Orders.Count(o => o.Letters[0].Address == member.Mobile).ShouldBe(31);
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task A_number_that_the_provider_takes_nothing_for_is_given_up_after_twenty_attempts()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var batch = await studio.QueueAsync([member], TemplateKind.Notice);
        host.Gateway.Refuses = order => order.Letters[0].Address == member.Mobile
            ? new GatewayAnswer(GatewayOutcome.Busy, Reason: MessageReason.ProviderLimit) : null;

        for (var i = 0; i < 20; i++)
        {
            (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Queued);
            await studio.HandOverAsync();
            host.Host.Clock.Advance(TimeSpan.FromHours(1));
        }

        host.Gateway.Refuses = _ => null;
        SetMorning();
        (await studio.MessageAsync(batch, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Failed), m => m.Reason.ShouldBe(MessageReason.ProviderLimit));
    }

    /// <summary>Others of this host send by day.</summary>
    private void SetMorning() => host.Host.Clock.Set(host.Host.Time.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(2));
}
