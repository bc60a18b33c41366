using Microsoft.Playwright;

namespace RetailMember.Browser.Tests;

/// <summary>Somebody becomes a member on his own phone.</summary>
internal static class Joining
{
    /// <param name="chain">Whose member.</param>
    /// <param name="phone">Logged in afterwards.</param>
    /// <param name="address">Of the page that the poster's code opens.</param>
    /// <param name="mobile">Nobody else's.</param>
    /// <param name="name">His own.</param>
    public static async Task JoinAsync(this DemonstrationChain chain, Visit phone, string address, string mobile, string name)
    {
        await phone.OpenAsync(address);
        await SendAsync(phone, ("mobile", mobile));
        await phone.Page.Locator("[name=agreed]").First.CheckAsync();
        await SendAsync(phone, ("code", chain.CodeFor(mobile)), ("name", name));
        await Assertions.Expect(phone.Page.Locator("[data-card-code]")).ToBeVisibleAsync();
    }

    private static async Task SendAsync(Visit phone, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await phone.Page.FillAsync($"[name={name}]", value);
        await phone.Page.Locator("form[data-form] button.btn-primary").ClickAsync();
        await phone.Page.WaitForLoadStateAsync();
    }
}
