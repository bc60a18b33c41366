using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.Testing;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

/// <summary>A planted name and mobile are found by those who search, and nowhere on the way.</summary>
[Trait("Req", "OPS-05")]
public sealed class PersonalTraceTests : IAsyncLifetime
{
    private const string Name = "欧阳金丝雀";
    private const string Canary = "13955501234";
    private const string Pages = "/brands/pharmacy/membership";
    private const string Api = "/api/brands/pharmacy/membership";

    private readonly Heard heard = new();
    private TestHost host = null!;
    private Brand brand = null!;
    private string memberNo = "";

    public async ValueTask InitializeAsync()
    {
        // The log as an operator gets it who wants to hear all of the framework.
        host = await TestHost.StartAsync(new TestHostOptions
        {
            Configuration = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Information", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
            },
            Replace = services => services.AddSingleton<ILoggerProvider>(heard),
        });
        brand = await host.BrandAsync("pharmacy", "s1");
        await host.RunAsync(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)), brand);
        memberNo = (await host.RunAsync(
            new EnrolMember.Input { Key = Key(), Name = Name, Mobile = Canary }, brand)).MemberNo;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(Name)]
    [InlineData(Canary)]
    public async Task A_page_is_searched_without_leaving_a_trace(string searched)
    {
        var desk = await BrowserAsync();
        (await desk.OpenAsync(Pages + "/members")).ShouldContain("hx-post=\"" + Pages + "/members/search\"");

        using var found = await desk.SubmitAsync(Pages + "/members/search", ("search", searched));
        found.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        found.Headers.Location!.ToString().ShouldEndWith("/members/" + memberNo);

        using var export = await desk.SubmitAsync(Pages + "/members/export.csv", ("search", searched));
        (await export.Content.ReadAsStringAsync()).ShouldContain(memberNo);
        using var till = await desk.SubmitAsync(Pages + "/till/member", ("member", searched));
        till.StatusCode.ShouldBe(HttpStatusCode.OK);
        NothingIsTold();
    }

    [Fact]
    public async Task A_part_of_the_page_moves_the_address_by_what_names_nobody()
    {
        var desk = await BrowserAsync();
        await desk.OpenAsync(Pages + "/members");
        desk.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        using var found = await desk.SubmitAsync(Pages + "/members/search", ("search", Name), ("tierCode", "silver"));

        found.Headers.GetValues("HX-Replace-Url").ShouldBe([Pages + "/members?tierCode=silver"]);
        NothingIsTold();
    }

    [Fact]
    public async Task Further_pages_of_a_search_are_posted_too()
    {
        await host.RunAsync(new EnrolMember.Input { Key = Key(), Name = Name, Mobile = Mobile(1) }, brand);
        var desk = await BrowserAsync();
        await desk.OpenAsync(Pages + "/members");

        using var first = await desk.SubmitAsync(Pages + "/members/search", ("search", Name), ("size", "1"));
        var after = (await first.Content.ReadAsStringAsync()).Split("name=\"after\" value=\"")[1].Split('"')[0];
        using var second = await desk.SubmitAsync(
            Pages + "/members/search", ("search", Name), ("size", "1"), ("after", WebUtility.HtmlDecode(after)), ("status", "active"));

        (await second.Content.ReadAsStringAsync()).ShouldContain(memberNo);
    }

    [Fact]
    public async Task A_search_in_the_address_of_a_page_is_sent_away()
    {
        var desk = await BrowserAsync();
        using var answer = await desk.GetAsync(Pages + "/members?search=" + Uri.EscapeDataString(Name));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe(Pages + "/members");
        NothingIsTold();
    }

    [Fact]
    public async Task The_API_tells_neither_name_nor_mobile_in_its_faults()
    {
        var client = await host.AdministratorAsync();
        string[] bodies =
        [
            await RefusedAsync(client.GetAsync(Api + "/members?search=" + Uri.EscapeDataString(Name)), "membership.name-in-address"),
            await RefusedAsync(client.GetAsync(Api + "/members?search=" + Canary), "membership.mobile-in-address"),
            await RefusedAsync(
                client.PostAsJsonAsync(Api + "/members", new { key = Key(), name = Name, mobile = Canary, storeCode = "s1" }),
                "membership.already-member"),
            await RefusedAsync(
                client.PostAsJsonAsync(Api + "/purchases", new { receiptNo = "r1", storeCode = "s1", member = "13955509999", amount = 1 }),
                "membership.member-not-found"),
        ];

        foreach (var body in bodies)
        {
            System.Text.RegularExpressions.Regex.Unescape(body).ShouldNotContain(Name);
            body.ShouldNotContain(Canary);
            body.ShouldNotContain("13955509999");
        }

        NothingIsTold();
    }

    private Task<TestBrowser> BrowserAsync() => host.Staff.BrowserAsync(DefaultRole.HeadOffice);

    private static async Task<string> RefusedAsync(Task<HttpResponseMessage> asked, string code)
    {
        using var answer = await asked;
        var body = await answer.Content.ReadAsStringAsync();
        JsonDocument.Parse(body).RootElement.GetProperty("code").GetString().ShouldBe(code, body);
        return body;
    }

    private void NothingIsTold()
    {
        heard.Lines.ShouldNotBeEmpty();
        string[] traces = [Name, Uri.EscapeDataString(Name), Canary];
        heard.Lines.Where(line => Array.Exists(traces, line.Contains)).ShouldBeEmpty();
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
