using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Platform;

/// <summary>Filling in and sending the forms of administration.</summary>
internal static class Forms
{
    /// <summary>Fills the fields of the page's forms by their names, and chooses in lists.</summary>
    public static async Task FillAsync(this Visit visit, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = visit.Page.Locator($"main form [name='{name}']:not([type=hidden])").First;
            if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT") await field.SelectOptionAsync(value);
            else await field.FillAsync(value);
        }
    }

    public static Task PressAsync(this Visit visit, string button) =>
        visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public static Task ShouldSayAsync(this Visit visit, string text) =>
        Assertions.Expect(visit.Page.Locator(".alert, .invalid-feedback", new() { HasText = text }).First).ToBeVisibleAsync();

    public static Task ShouldBeAtAsync(this Visit visit, string title) =>
        Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(title);

    /// <summary>What the browser complained of, beside the refusals that a test is about: it logs each answer of 4xx.</summary>
    public static IEnumerable<string> Faults(this Visit visit) => visit.Complaints.Where(c =>
        !c.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal));
}
