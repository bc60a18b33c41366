using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using RetailMember.Data;
using RetailMember.Marketing.Receipts;

namespace RetailMember.Marketing.Tests;

/// <summary>A host that hears hardly anything of somebody whom it does not know.</summary>
public sealed class LimitedHost() : GatewayHost(DatabaseKind.Sqlite, new FakeGateway(), keys: new Dictionary<string, string?>
{
    ["RateLimits:AddressPerSecond"] = "1", ["RateLimits:BurstSeconds"] = "1", ["Messages:WeChat:Token"] = WeChatHost.Token,
});

/// <summary>Providers tell of hundreds of thousands of messages: all of it is heard, and no more of anybody else than of others.</summary>
[Trait("Req", "SMS-04")]
public sealed class PushLimitTests(LimitedHost host) : IClassFixture<LimitedHost>
{
    private const int Many = 40;

    [Theory, InlineData("receipts"), InlineData("replies")]
    public async Task All_is_heard_that_comes_with_the_key_and_guesses_are_soon_turned_away(string address)
    {
        using var client = host.Host.Client();

        (await StatusesAsync(GatewayHost.ReceiptsKey)).ShouldAllBe(s => s == HttpStatusCode.OK);
        var guesses = await StatusesAsync("guess");
        (await StatusesAsync(GatewayHost.ReceiptsKey)).ShouldAllBe(s => s == HttpStatusCode.OK);

        guesses.ShouldContain(HttpStatusCode.TooManyRequests);
        guesses.ShouldAllBe(s => s == HttpStatusCode.TooManyRequests || s == HttpStatusCode.NotFound);

        Task<List<HttpStatusCode>> StatusesAsync(string key) =>
            ManyAsync(() => client.PostAsJsonAsync($"/api/marketing/{address}?key={key}", Array.Empty<object>()));
    }

    [Fact]
    public async Task All_is_heard_that_WeChat_signs_and_guesses_are_soon_turned_away()
    {
        using var client = host.Host.Client();

        (await StatusesAsync(WeChatHost.Token)).ShouldAllBe(s => s == HttpStatusCode.OK);
        var guesses = await StatusesAsync("guess");
        (await StatusesAsync(WeChatHost.Token)).ShouldAllBe(s => s == HttpStatusCode.OK);

        guesses.ShouldContain(HttpStatusCode.TooManyRequests);
        guesses.ShouldAllBe(s => s == HttpStatusCode.TooManyRequests || s == HttpStatusCode.NotFound);

        Task<List<HttpStatusCode>> StatusesAsync(string token) => ManyAsync(async () =>
        {
            var timestamp = host.Host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            using var body = new StringContent(
                "<xml><FromUserName>oTest-limit_0000001</FromUserName><MsgType>text</MsgType></xml>", Encoding.UTF8, "text/xml");
            return await client.PostAsync(
                $"/api/marketing/wechat?signature={WeChatSignature.Of(token, timestamp, "1")}&timestamp={timestamp}&nonce=1", body);
        });
    }

    private static async Task<List<HttpStatusCode>> ManyAsync(Func<Task<HttpResponseMessage>> send)
    {
        var heard = new List<HttpStatusCode>();
        for (var i = 0; i < Many; i++)
        {
            using var answer = await send();
            heard.Add(answer.StatusCode);
        }

        return heard;
    }
}
