using Microsoft.Playwright;
using RetailMember.Testing;

namespace RetailMember.Browser.Tests;

/// <summary>Somebody at work in a browser, with an ear for what it complains of.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>Of everybody in the demonstration.</summary>
    public const string Password = "demonstration";

    private static readonly string Axe =
        Path.Combine(ProductTree.Root, "test", "RetailMember.Browser.Tests", "node_modules", "axe-core", "axe.min.js");

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.PageError += (_, fault) => complaints.Add(fault);
    }

    public IPage Page { get; }

    public IKeyboard Keyboard => Page.Keyboard;

    /// <summary>What the browser complained of: errors of scripts, broken addresses, breaches of the security policy.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public async Task SignInAsync(string userName, string password = Password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("[name=userName]", userName);
        await Page.FillAsync("[name=password]", password);
        await Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public Task OpenAsync(string address) => Page.GotoAsync(address);

    /// <summary>Types and presses Enter, as a scanner does, once a field has the cursor.</summary>
    public async Task ScanAsync(string code)
    {
        await Page.WaitForFunctionAsync("document.activeElement.matches('input')");
        await Keyboard.TypeAsync(code);
        await Keyboard.PressAsync("Enter");
    }

    /// <summary>By how many pixels the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    /// <summary>The rules of accessibility that the page breaks in a serious way.</summary>
    public async Task<string[]> BarriersAsync()
    {
        Assert.SkipUnless(File.Exists(Axe), "axe-core is not there: npm could not be asked for it.");
        // Past the content security policy, which rightly lets no stranger's script in.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
                .filter(v => ['serious', 'critical'].includes(v.impact))
                .map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).join(' | ')}`)
            """);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
