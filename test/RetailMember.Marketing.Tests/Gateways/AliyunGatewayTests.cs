using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Gateways.Aliyun;
using RetailMember.Marketing.HandOver;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>The gateway against a provider on loopback.</summary>
[Trait("Req", "SMS-10")]
public sealed class AliyunGatewayTests : IAsyncLifetime
{
    private FakeAliyun provider = null!;
    private ServiceProvider services = null!;

    private AliyunGateway Gateway => services.GetRequiredService<AliyunGateway>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_taken_and_each_of_its_letters_can_be_asked_for()
    {
        var answer = await Gateway.SendAsync(Order("r1", "13800000001", "13800000002"), Cancel);

        answer.ShouldBe(new GatewayAnswer(GatewayOutcome.Accepted, "900^0"));
        provider.All.Select(t => t.Number).ShouldBe(["13800000001", "13800000002"]);
        (await AskAsync("r1", "13800000002")).ShouldBe(
            new GatewayRecord(true, new DateTime(2025, 6, 18, 2, 0, 5, DateTimeKind.Utc)));
        (await AskAsync("r2", "13800000002")).ShouldBeNull();
    }

    [Fact]
    public async Task Calls_that_came_too_often_are_made_again_and_the_order_is_taken_once()
    {
        provider.Throttled = 2;

        (await Gateway.SendAsync(Order("r3", "13800000003"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Accepted);

        (provider.Calls, provider.All.Count).ShouldBe((3, 1));
    }

    [Fact]
    public async Task A_provider_that_stays_busy_is_left_alone_after_three_calls()
    {
        provider.Throttled = 100;

        var answer = await Gateway.SendAsync(Order("r4", "13800000004"), Cancel);

        (answer.Outcome, answer.Reason, provider.Calls).ShouldBe((GatewayOutcome.Busy, MessageReason.ProviderBusy, 3));
    }

    [Fact]
    public async Task A_number_over_its_limit_waits()
    {
        provider.Limited.Add("13800000005");

        var answer = await Gateway.SendAsync(Order("r5", "13800000005"), Cancel);

        (answer.Outcome, answer.Reason, answer.ProviderReason)
            .ShouldBe((GatewayOutcome.Busy, MessageReason.ProviderLimit, "isv.BUSINESS_LIMIT_CONTROL"));
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_order_was_taken_is_not_called_a_second_time()
    {
        provider.Breaks = true;

        (await Gateway.SendAsync(Order("r6", "13800000006"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Unknown);

        provider.All.Count.ShouldBe(1);
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task What_was_decided_before_midnight_and_taken_after_it_is_found()
    {
        var decided = new DateTime(2025, 6, 18, 15, 59, 50, DateTimeKind.Utc);
        provider.Day = "20250619";
        await Gateway.SendAsync(Order("r8", "13800000008"), Cancel);

        (await AskAsync("r8", "13800000008", decided)).ShouldNotBeNull();
        (await AskAsync("r8", "13800000008", decided.AddDays(-1))).ShouldBeNull();
        (await AskAsync("r8", "13800000008", decided.AddMinutes(-30))).ShouldBeNull();
    }

    [Theory]
    [InlineData("isv.DAY_LIMIT_CONTROL", MessageReason.ProviderQuota)]
    [InlineData("isv.MONTH_LIMIT_CONTROL", MessageReason.ProviderQuota)]
    [InlineData("isv.ACCOUNT_ABNORMAL", MessageReason.NotAuthorised)]
    [InlineData("isv.DENY_IP_RANGE", MessageReason.NotAuthorised)]
    public async Task What_is_wrong_with_the_account_lets_the_order_wait_as_a_whole(string code, MessageReason reason)
    {
        provider.AccountFault = code;

        var answer = await Gateway.SendAsync(Order("r9", "13800000009", "13800000010"), Cancel);

        (answer.Outcome, answer.Reason, answer.ProviderReason).ShouldBe((GatewayOutcome.Busy, reason, code));
        Carrier.TakesNothing(answer).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_at_the_other_end_means_that_nothing_was_taken()
    {
        var order = Order("r7", "13800000007");
        await provider.DisposeAsync();

        (await Gateway.SendAsync(order, Cancel)).Outcome.ShouldBe(GatewayOutcome.Busy);
        await Should.ThrowAsync<GatewayUnreachableException>(() => AskAsync("r7", "13800000007"));
    }

    [Theory, Trait("Req", "SMS-13")]
    [InlineData("+13055551234")]
    [InlineData("+13800138000")]
    public async Task What_would_reach_a_stranger_in_China_is_refused_before_the_provider_is_asked(string northAmerican)
    {
        var answer = await Gateway.SendAsync(Order("r20", "13800000020", northAmerican), Cancel);

        (answer.Outcome, answer.Reason).ShouldBe((GatewayOutcome.Refused, MessageReason.NumberAmbiguous));
        (await Gateway.SendAsync(Order("r21", northAmerican), Cancel)).Reason.ShouldBe(MessageReason.NumberAmbiguous);
        provider.Calls.ShouldBe(0);
        (await Gateway.SendAsync(Order("r22", "+85261234567"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Accepted);
        provider.All.ShouldHaveSingleItem().Number.ShouldBe("85261234567");
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("8613800138000", "13800138000")]
    [InlineData("+8613800138000", "13800138000")]
    [InlineData("008613800138000", "13800138000")]
    [InlineData("85261234567", "+85261234567")]
    [InlineData("0085261234567", "+85261234567")]
    public void What_the_provider_tells_of_a_number_is_told_of_the_stored_one(string told, string stored) =>
        AliyunNumbers.Mobile(told).ShouldBe(stored);

    public async ValueTask InitializeAsync()
    {
        provider = await FakeAliyun.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Messages:Aliyun:AccessKeyId"] = "id", ["Messages:Aliyun:AccessKeySecret"] = "secret",
            ["Messages:Aliyun:Endpoint"] = provider.Address, ["Messages:Aliyun:RetryMilliseconds"] = "1",
        }).Build();
        var collection = new ServiceCollection().AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System);
        collection.AddHttpClient(AliyunClient.Name);
        collection.AddSingleton<AliyunClient>().AddSingleton<AliyunGateway>();
        services = collection.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await provider.DisposeAsync();
    }

    private Task<GatewayRecord?> AskAsync(string request, string number, DateTime? sentAt = null) => Gateway.FindAsync(
        new GatewayQuestion(request, number, sentAt ?? new DateTime(2025, 6, 18, 2, 0, 0, DateTimeKind.Utc), null), Cancel);

    private static GatewayOrder Order(string request, params string[] numbers) => new(
        request, "海棠", "SMS_1", "", [.. numbers.Select(n => new GatewayLetter(n, new Dictionary<string, string>(), "x"))]);
}
