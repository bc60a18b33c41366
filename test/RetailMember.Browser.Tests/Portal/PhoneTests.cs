using System.Globalization;
using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Portal;

/// <summary>The main path of a member: he scans the poster, joins, shows his card, and gives points or redeems them.</summary>
[Trait("Req", "CORE-02"), Trait("Req", "CORE-38")]
public sealed class PhoneTests(DemonstrationChain chain)
{
    private static readonly string[] Pages =
        ["", "/membership/points", "/redemption/rewards", "/me", "/membership/details", "/membership/transfer", "/me/consents"];

    [Theory]
    [InlineData("zh-CN", 360)]
    [InlineData("en-US", 390)]
    public async Task Whoever_scans_the_poster_joins_and_shows_his_card(string language, int width)
    {
        var mobile = "1770000" + width.ToString("0000", CultureInfo.InvariantCulture);
        await using var phone = await chain.VisitAsync(new VisitOptions { Language = language, Width = width, Height = 780 });
        await phone.OpenAsync("/m/pharmacy/join?store=north");
        await SendAsync(phone, ("mobile", mobile));
        await phone.Page.Locator("[name=agreed]").First.CheckAsync();
        await SendAsync(phone, ("code", chain.CodeFor(mobile)), ("name", "小林"));

        await Assertions.Expect(phone.Page.Locator("[data-card-code]")).ToBeVisibleAsync();
        (await phone.Page.Locator("[data-card-code]").GetAttributeAsync("data-card-code"))!.ShouldMatch("^RM[A-Z2-7]{48}$");
        foreach (var path in Pages)
        {
            await phone.OpenAsync("/m/pharmacy" + path);
            (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, path);
            (await phone.BarriersAsync()).ShouldBeEmpty(path);
        }

        phone.Complaints.ShouldBeEmpty();
    }

    private static async Task SendAsync(Visit phone, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await phone.Page.FillAsync($"[name={name}]", value);
        await phone.Page.Locator("form[data-form] button.btn-primary").ClickAsync();
        await phone.Page.WaitForLoadStateAsync();
    }
}
