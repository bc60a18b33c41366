using Microsoft.Extensions.Logging.Abstractions;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Testing;

namespace RetailMember.Marketing.Tests;

/// <summary>An order of many, of which one may be at fault.</summary>
[Trait("Req", "SMS-15")]
public sealed class CarrierTests
{
    private readonly FakeGateway gateway = new() { LargestOrder = 100 };
    private readonly TestClock clock = new(TestClock.Morning);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MessageReason.NumberIllegal)]
    [InlineData(MessageReason.NumberAmbiguous)]
    [InlineData(MessageReason.ValueIllegal)]
    [InlineData(MessageReason.ContentIllegal)]
    [InlineData(MessageReason.ProviderFault)]
    public async Task Only_the_guilty_fail_and_they_are_found_in_few_calls(object reason)
    {
        gateway.Refuses = order => order.Letters.Any(l => l.Address == "42")
            ? new GatewayAnswer(GatewayOutcome.Refused, Reason: (MessageReason)reason) : null;

        var answers = await CarryAsync(Letters(100));

        answers.SelectMany(a => a.Letters).Count().ShouldBe(100);
        answers.Single(a => a.Answer.Outcome == GatewayOutcome.Refused).Letters.ShouldHaveSingleItem().Content.Address.ShouldBe("42");
        gateway.Taken.Select(t => t.Letter.Address).Distinct().Count().ShouldBe(99);
        gateway.Taken.Count().ShouldBe(99);
        gateway.Orders.Count.ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData(GatewayOutcome.Refused, MessageReason.SignatureIllegal)]
    [InlineData(GatewayOutcome.Refused, MessageReason.TemplateIllegal)]
    [InlineData(GatewayOutcome.Busy, MessageReason.AccountEmpty)]
    [InlineData(GatewayOutcome.Unknown, MessageReason.ProviderFault)]
    public async Task What_is_of_all_or_may_have_been_taken_is_not_tried_again(object outcome, object reason)
    {
        gateway.Refuses = _ => new GatewayAnswer((GatewayOutcome)outcome, Reason: (MessageReason)reason);

        (await CarryAsync(Letters(100))).ShouldHaveSingleItem().Letters.Count.ShouldBe(100);

        gateway.Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_was_given_since_the_host_stops_or_stood_still_goes_another_time()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();
        var stopped = await CarryAsync(Letters(2), stopping.Token);
        clock.Advance(TimeSpan.FromMinutes(2));
        var stale = await CarryAsync(Letters(2, TestClock.Morning));

        stopped.Concat(stale).ShouldAllBe(a => a.Answer.Outcome == GatewayOutcome.Busy && a.Answer.Reason == null);
        gateway.Orders.ShouldBeEmpty();
    }

    private Task<IReadOnlyList<LetterAnswer>> CarryAsync(IReadOnlyList<Letter> letters, CancellationToken? cancel = null) =>
        new Carrier(clock, NullLogger<Carrier>.Instance)
            .CarryAsync(gateway, Studio.Terms(), letters, () => true, cancel ?? Cancel);

    private Letter[] Letters(int count, DateTime? at = null) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Letter(
            new Message { Purpose = "x", RequestId = "r", HandedOverAt = at ?? clock.GetUtcNow().UtcDateTime },
            new GatewayLetter($"{i}", new Dictionary<string, string>(), "x"))),
    ];
}
