using System.Net;
using System.Net.Http.Json;
using RetailMember.Host.Setup;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Transport;

/// <summary>The test's client plays the proxy: it comes from 127.0.0.1 and tells of browsers elsewhere.</summary>
public sealed class ProxyTests
{
    private const string Elsewhere = "192.0.2.1";

    [Fact]
    public async Task Behind_a_proxy_that_is_named_the_browser_gets_secure_cookies_and_strict_transport()
    {
        await using var host = await StartAsync(proxies: "10.0.0.0/8; 127.0.0.1");

        var answer = await OpenAsync(host, "/sign-in", from: "203.0.113.7", scheme: "https");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("; secure", StringComparison.Ordinal));
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000; includeSubDomains");
    }

    [Theory]
    [InlineData("")]
    [InlineData(Elsewhere)]
    public async Task What_anybody_else_says_of_the_browser_is_not_believed(string proxies)
    {
        await using var host = await StartAsync(proxies);

        var answer = await OpenAsync(host, "/sign-in", from: "203.0.113.7", scheme: "https");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Proxies");
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Tries_are_counted_per_browser_and_not_per_proxy()
    {
        await using var host = await StartAsync(proxies: "127.0.0.1");

        (await GuessAsync(host, "203.0.113.7")).ShouldBe(HttpStatusCode.Unauthorized);
        (await GuessAsync(host, "203.0.113.7")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await GuessAsync(host, "203.0.113.8")).ShouldBe(HttpStatusCode.Unauthorized);

        // What a browser writes itself stands before what the proxy adds.
        (await GuessAsync(host, "198.51.100.9, 203.0.113.7")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Nobody_escapes_the_limit_by_an_invented_address()
    {
        await using var host = await StartAsync(proxies: Elsewhere);

        (await GuessAsync(host, "203.0.113.7")).ShouldBe(HttpStatusCode.Unauthorized);
        (await GuessAsync(host, "203.0.113.8")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task On_the_own_machine_pages_open_without_encryption_but_cookies_stay_secure()
    {
        await using var host = await StartAsync(proxies: "");

        var answer = await OpenAsync(host, "/sign-in", from: null, scheme: null, site: "localhost");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_stops_the_host() =>
        (await Should.ThrowAsync<HostFault>(() => StartAsync(proxies: "proxy.example"))).Message.ShouldContain("proxy.example");

    private static Task<TestHost> StartAsync(string proxies) => TestHost.StartAsync(new TestHostOptions
    {
        Configuration = new Dictionary<string, string?>
        {
            ["Proxies"] = proxies,
            ["PlainHttp"] = "false",
            ["RateLimits:AddressSignInPerMinute"] = "1",
        },
    });

    private static async Task<HttpResponseMessage> OpenAsync(
        TestHost host, string address, string? from, string? scheme, string site = "member.example")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = site;
        request.Headers.Accept.ParseAdd("text/html");
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        if (scheme is not null) request.Headers.Add("X-Forwarded-Proto", scheme);
        return await host.Client().SendAsync(request);
    }

    private static async Task<HttpStatusCode> GuessAsync(TestHost host, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/platform/token");
        request.Content = JsonContent.Create(new { userName = "nobody", password = "whatever it is" });
        request.Headers.Add("X-Forwarded-For", from);
        return (await host.Client().SendAsync(request)).StatusCode;
    }
}
