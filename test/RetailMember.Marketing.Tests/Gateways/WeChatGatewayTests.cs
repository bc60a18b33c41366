using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Gateways.WeChat;
using RetailMember.Testing;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>The gateway against the platform on loopback.</summary>
[Trait("Req", "SMS-10")]
public sealed class WeChatGatewayTests : IAsyncLifetime
{
    private const string OpenId = "oia2TjuEGTNoeX76QEjQNrcURxG8";

    private readonly TestClock clock = new(TestClock.Morning);
    private FakeWeChat platform = null!;
    private ServiceProvider services = null!;

    private WeChatGateway Gateway => services.GetRequiredService<WeChatGateway>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_and_its_token_are_asked_for_as_the_documentation_has_it()
    {
        var answer = await Gateway.SendAsync(Order("m1") with { Link = "https://shop.example/points?a=1&b=2" }, Cancel);

        answer.Outcome.ShouldBe(GatewayOutcome.Accepted);
        answer.Reference.ShouldBe($"{platform.All.ShouldHaveSingleItem().MessageId}");
        platform.Calls.ShouldBe(
        [
            ("/cgi-bin/stable_token", "application/json",
                """{"grant_type":"client_credential","appid":"wx0123456789abcdef","secret":"secret-of-the-account","force_refresh":false}"""),
            ("/cgi-bin/message/template/send", "application/json",
                """{"touser":"oia2TjuEGTNoeX76QEjQNrcURxG8","template_id":"ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY","url":"https://shop.example/points?a=1&b=2","client_msg_id":"m1","data":{"thing1":{"value":"李明<&>'🎁"},"points":{"value":"1280 \"分\""}}}"""),
        ]);
    }

    [Fact]
    public async Task Where_no_page_is_to_open_none_is_named_and_what_only_an_escape_could_say_is_left_out()
    {
        var order = Order("m2", ("thing1", "𠮷\n明\u0007\\"));

        (await Gateway.SendAsync(order, Cancel)).Outcome.ShouldBe(GatewayOutcome.Accepted);

        platform.Bodies.ShouldBe(
        [
            """{"touser":"oia2TjuEGTNoeX76QEjQNrcURxG8","template_id":"ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY","client_msg_id":"m2","data":{"thing1":{"value":"𠮷 明 \\"}}}""",
        ]);
    }

    [Fact]
    public async Task One_token_serves_all_until_shortly_before_it_ends()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Gateway.SendAsync(Order($"many{i}"), Cancel)));
        TokenCalls.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(7139));
        await Gateway.SendAsync(Order("late"), Cancel);
        TokenCalls.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Gateway.SendAsync(Order("later"), Cancel);
        TokenCalls.ShouldBe(2);

        platform.All.Count.ShouldBe(22);
    }

    [Fact]
    public async Task A_token_that_counts_no_more_is_renewed_once_by_all_together()
    {
        await Gateway.SendAsync(Order("before"), Cancel);
        platform.EndToken();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Gateway.SendAsync(Order($"after{i}"), Cancel)));

        answers.ShouldAllBe(a => a.Outcome == GatewayOutcome.Accepted);
        TokenCalls.ShouldBe(2);
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(42001)]
    public async Task A_token_that_is_refused_again_is_not_renewed_for_ever(int code)
    {
        platform.Says = (code, 100);

        var answer = await Gateway.SendAsync(Order("m3"), Cancel);

        answer.ShouldBe(new GatewayAnswer(GatewayOutcome.Busy, null, MessageReason.NotAuthorised, $"{code}"));
        (TokenCalls, platform.Bodies.Count()).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(40125, MessageReason.NotAuthorised)]
    [InlineData(40164, MessageReason.NotAuthorised)]
    [InlineData(50004, MessageReason.NotAuthorised)]
    [InlineData(45009, MessageReason.ProviderQuota)]
    [InlineData(-1, MessageReason.ProviderBusy)]
    public async Task Without_a_token_nothing_is_sent_and_the_message_waits(int code, MessageReason reason)
    {
        platform.SaysToTokens = code;

        var answer = await Gateway.SendAsync(Order("m4"), Cancel);

        answer.ShouldBe(new GatewayAnswer(GatewayOutcome.Busy, null, reason, $"{code}"));
        platform.Bodies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(40003, GatewayOutcome.Refused, MessageReason.NumberIllegal)]
    [InlineData(43004, GatewayOutcome.Refused, MessageReason.NotFollowing)]
    [InlineData(43101, GatewayOutcome.Refused, MessageReason.NumberBlocked)]
    [InlineData(43116, GatewayOutcome.Refused, MessageReason.TemplateIllegal)]
    [InlineData(47003, GatewayOutcome.Refused, MessageReason.ValueIllegal)]
    [InlineData(43117, GatewayOutcome.Busy, MessageReason.ProviderLimit)]
    [InlineData(45009, GatewayOutcome.Busy, MessageReason.ProviderQuota)]
    [InlineData(45011, GatewayOutcome.Busy, MessageReason.ProviderBusy)]
    [InlineData(48001, GatewayOutcome.Busy, MessageReason.NotAuthorised)]
    [InlineData(1119003, GatewayOutcome.Refused, MessageReason.ProviderFault)]
    public async Task What_the_platform_says_of_a_message_counts(int code, object outcome, MessageReason reason)
    {
        platform.Followers[OpenId] = code;

        (await Gateway.SendAsync(Order("m5"), Cancel)).ShouldBe(
            new GatewayAnswer((GatewayOutcome)outcome, null, reason, $"{code}"));

        platform.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_that_the_account_does_not_have_is_refused() =>
        (await Gateway.SendAsync(Order("m6") with { ProviderCode = "another" }, Cancel)).Reason.ShouldBe(MessageReason.TemplateIllegal);

    [Fact]
    public async Task A_busy_moment_is_waited_out_and_a_long_one_is_not()
    {
        platform.Says = (-1, 2);
        (await Gateway.SendAsync(Order("m7"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Accepted);

        platform.Says = (-1, 100);
        (await Gateway.SendAsync(Order("m8"), Cancel)).ShouldBe(
            new GatewayAnswer(GatewayOutcome.Busy, null, MessageReason.ProviderBusy, "-1"));
        platform.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_message_was_taken_leads_to_the_same_message_and_to_no_second_one()
    {
        platform.Breaks = 1;

        var answer = await Gateway.SendAsync(Order("m9"), Cancel);

        answer.ShouldBe(new GatewayAnswer(GatewayOutcome.Accepted, $"{platform.All.ShouldHaveSingleItem().MessageId}"));
        platform.Bodies.Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_was_lost_and_is_refused_later_may_have_been_taken()
    {
        platform.Breaks = 1;
        platform.Afterwards = _ =>
        {
            platform.Followers[OpenId] = 43004;
            return Task.CompletedTask;
        };

        (await Gateway.SendAsync(Order("m10"), Cancel)).ShouldBe(new GatewayAnswer(GatewayOutcome.Unknown));
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("[]")]
    [InlineData("""{"errmsg":"ok"}""")]
    [InlineData("""{"errcode":"0"}""")]
    public async Task What_is_no_answer_of_the_platform_says_nothing(string text)
    {
        platform.AnswersInstead = text;

        (await Gateway.SendAsync(Order("m11"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Unknown);
    }

    [Fact]
    public async Task A_platform_that_is_not_there_has_taken_nothing()
    {
        await platform.DisposeAsync();

        (await Gateway.SendAsync(Order("m12"), Cancel)).ShouldBe(
            new GatewayAnswer(GatewayOutcome.Busy, Reason: MessageReason.ProviderBusy));
    }

    [Theory]
    [InlineData("success", true, null)]
    [InlineData("failed:user block", false, MessageReason.NumberBlocked)]
    [InlineData("failed: user block", false, MessageReason.NumberBlocked)]
    [InlineData("failed: system failed", false, MessageReason.ProviderFault)]
    [InlineData("something else", false, MessageReason.ProviderFault)]
    public void A_receipt_says_whether_it_arrived(string status, bool arrived, MessageReason? reason) =>
        WeChatReasons.OfReceipt(status, TestClock.Morning).ShouldBe(
            new GatewayRecord(arrived, TestClock.Morning, reason, arrived ? null : status));

    private int TokenCalls => platform.Calls.Count(c => c.Path == "/cgi-bin/stable_token");

    public ValueTask InitializeAsync()
    {
        platform = FakeWeChat.Start();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Messages:WeChat:AppId"] = FakeWeChat.AppId, ["Messages:WeChat:Secret"] = FakeWeChat.Secret,
            ["Messages:WeChat:Endpoint"] = platform.Address, ["Messages:WeChat:RetryMilliseconds"] = "1",
        }).Build();
        var collection = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(clock);
        collection.AddHttpClient(WeChatClient.Name);
        collection.AddSingleton<WeChatAccount>().AddSingleton<WeChatClient>().AddSingleton<WeChatTokens>()
            .AddSingleton<WeChatGateway>();
        services = collection.BuildServiceProvider();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await platform.DisposeAsync();
    }

    private static GatewayOrder Order(string number, params (string Name, string Value)[] values) => new(
        "r-" + number, "海棠", FakeWeChat.Template, "",
        [
            new GatewayLetter(
                OpenId,
                (values.Length > 0 ? values : [("thing1", "李明<&>'🎁"), ("points", "1280 \"分\"")]).ToDictionary(v => v.Name, v => v.Value),
                "x") { Key = number },
        ]);
}
