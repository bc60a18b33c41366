using System.Net;
using System.Net.Http.Json;
using System.Text;
using RetailMember.People;
using RetailMember.Platform.Tests.Probe;

namespace RetailMember.Platform.Tests.Http;

public sealed class DoorTests
{
    [Theory, Trait("Yardstick", "R6")]
    [InlineData("{", "application/json", "request.invalid")]
    [InlineData("[]", "application/json", "request.not-json")]
    [InlineData("""{"key":"k","text":"t","extra":1}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","key":"j","text":"t"}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k"}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":null}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":5}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":""}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"a\u0000b","text":"t"}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":"\u001b[2J"}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":"\ud800"}""", "application/json", "request.invalid")]
    [InlineData("""{"\ud800":"k","text":"t"}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":"t","\u0000":1}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":"t","tags":[null]}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":"t","tags":["\u0007"]}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":"t","marks":{"a":null}}""", "application/json", "request.invalid")]
    [InlineData("""{"key":"k","text":"t","marks":{"\u0000":"a"}}""", "application/json", "request.invalid")]
    public async Task Nonsense_is_refused_with_a_code_and_never_a_fault(string body, string type, string code)
    {
        await using var host = await PlatformHost.StartAsync();
        var till = await new Staff(host).TillAsync(await host.OpenBrandAsync("pharmacy"), "north");
        using var content = new StringContent(body, Encoding.UTF8, type);
        var response = await host.Client(till).PostAsync("/api/brands/pharmacy/probe/notes", content);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task Line_breaks_and_tabs_are_text()
    {
        await using var host = await PlatformHost.StartAsync();
        var till = await new Staff(host).TillAsync(await host.OpenBrandAsync("pharmacy"), "north");
        using var content = new StringContent(
            """{"key":"k","text":"a\r\n\tb 😀","tags":["x"],"marks":{"y":"z"}}""", Encoding.UTF8, "application/json");
        (await host.Client(till).PostAsync("/api/brands/pharmacy/probe/notes", content)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_is_no_json()
    {
        await using var host = await PlatformHost.StartAsync();
        var till = await new Staff(host).TillAsync(await host.OpenBrandAsync("pharmacy"), "north");
        using var content = new StringContent("key=k", Encoding.UTF8, "application/x-www-form-urlencoded");
        var response = await host.Client(till).PostAsync("/api/brands/pharmacy/probe/notes", content);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_problems_too()
    {
        await using var host = await PlatformHost.StartAsync();
        var unknown = await host.Client().GetAsync("/api/nowhere");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("address.not-found");
        var method = await host.Client().DeleteAsync("/api/platform/token");
        method.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await method.Content.ReadAsStringAsync()).ShouldContain("request.refused");
        unknown.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Refusals_speak_the_language_that_was_asked_for()
    {
        await using var host = await PlatformHost.StartAsync();
        await host.OpenBrandAsync("pharmacy");
        using var client = host.Client();
        (await client.GetStringOfAsync("/api/brands/pharmacy/probe/notes")).ShouldContain("请先登录");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, zh;q=0.5");
        (await client.GetStringOfAsync("/api/brands/pharmacy/probe/notes")).ShouldContain("log in first");
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait()
    {
        await using var host = await PlatformHost.StartAsync(settings: new()
        {
            ["RateLimits:TillPerSecond"] = "2",
            ["RateLimits:BurstSeconds"] = "1",
        });
        using var client = host.Client(await new Staff(host).TillAsync(await host.OpenBrandAsync("pharmacy"), "north"));
        HttpResponseMessage last;
        var sent = 0;
        do
        {
            last = await client.GetAsync("/api/platform/brands");
        }
        while (last.StatusCode == HttpStatusCode.OK && ++sent < 50);

        last.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Headers.RetryAfter.ShouldNotBeNull();
        (await last.Content.ReadAsStringAsync()).ShouldContain("too-many");
    }

    [Fact]
    public async Task Passwords_cannot_be_tried_without_end_from_one_address()
    {
        await using var host = await PlatformHost.StartAsync(settings: new() { ["RateLimits:AddressSignInPerMinute"] = "3" });
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            var guess = new { userName = $"user{i}", password = "guess" };
            codes.Add((await host.Client().PostAsJsonAsync("/api/platform/token", guess)).StatusCode);
        }

        codes[..3].ShouldAllBe(c => c == HttpStatusCode.Unauthorized);
        codes[3..].ShouldAllBe(c => c == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Who_guesses_at_one_account_does_not_shut_out_others_behind_the_same_address()
    {
        await using var host = await PlatformHost.StartAsync(settings: new() { ["RateLimits:SignInPerMinute"] = "3" });
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++) codes.Add(await GuessAsync(i % 2 == 0 ? "mallory" : " Mallory"));

        codes[..3].ShouldAllBe(c => c == HttpStatusCode.Unauthorized);
        codes[3].ShouldBe(HttpStatusCode.TooManyRequests);
        (await GuessAsync("ann")).ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpStatusCode> GuessAsync(string userName)
        {
            var answer = await host.Client().PostAsJsonAsync("/api/platform/token", new { userName, password = "guess" });
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) answer.Headers.RetryAfter.ShouldNotBeNull();
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_api_does_not_believe_a_cookie_however_its_address_is_written()
    {
        await using var host = await PlatformHost.StartAsync();
        var cookie = await host.CookieAsync("root", DefaultRole.HeadOffice);
        foreach (var address in (string[])["/api/platform/people", "/API/platform/people", "/Api/Platform/People"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Cookie", cookie);
            (await host.Client().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
        }
    }
}

internal static class Reading
{
    public static async Task<string> GetStringOfAsync(this HttpClient client, string address) =>
        await (await client.GetAsync(address)).Content.ReadAsStringAsync();
}
