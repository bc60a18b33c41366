using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RetailMember.Messages;
using RetailMember.Testing;

[assembly: AssemblyFixture(typeof(RetailMember.Browser.Tests.DemonstrationChain))]

namespace RetailMember.Browser.Tests;

/// <summary>
/// The whole product with the demonstration's chain behind a real browser; one for all tests of this project. Tests
/// look for people and members of their own, because others work in the same books.
/// </summary>
public sealed class DemonstrationChain : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private TestHost? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    private readonly ReadMessages messages = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = [];

    public TestHost Host => host!;

    /// <summary>The one-time code that was sent to a mobile last.</summary>
    public string CodeFor(string mobile) => messages.CodeFor(mobile);

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        host = await TestHost.StartAsync(new TestHostOptions
        {
            Now = null,
            Replace = services =>
            {
                services.AddSingleton<IMessageSender>(messages);
                HeldProgress.Replace(services);
            },
        });
        await host.SeedDemonstrationAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    /// <summary>
    /// Somebody of the chain, logged in, with an empty page. He signs in once, and comes back with the cookies that he was
    /// given. Skips the test where there is no browser.
    /// </summary>
    public async Task<Visit> VisitAsync(string userName, VisitOptions? options = null) => await VisitAsync(
        options, await signedIn.GetOrAdd(userName, name => new Lazy<Task<string>>(() => CookiesOfAsync(name))).Value);

    /// <summary>Somebody who has not logged in.</summary>
    public Task<Visit> VisitAsync(VisitOptions? options = null) => VisitAsync(options, cookies: null);

    private async Task<string> CookiesOfAsync(string userName)
    {
        await using var visit = await VisitAsync();
        await visit.SignInAsync(userName);
        return await visit.Page.Context.StorageStateAsync();
    }

    private async Task<Visit> VisitAsync(VisitOptions? options, string? cookies)
    {
        Assert.SkipWhen(browser is null, $"{Chromium} is not on this machine.");
        options ??= new();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Host.Address.ToString(),
            StorageState = cookies,
            Locale = options.Language,
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = options.Width, Height = options.Height },
        });
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (host is not null) await host.DisposeAsync();
    }
}

/// <summary>With what somebody looks at the pages.</summary>
public sealed record VisitOptions
{
    public static readonly VisitOptions Phone = new() { Width = 390, Height = 844 };

    public string Language { get; init; } = "zh-CN";

    public bool Dark { get; init; }

    public int Width { get; init; } = 1440;

    public int Height { get; init; } = 900;
}
