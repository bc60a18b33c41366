using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.StoredValue.Tests.Law;

/// <summary>Head office sets figures of the law: laxer ones than usual are said to be so, or refused.</summary>
public sealed class LawSettingTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    private const string Figure = "StoredValue.Law.CashRefundYuan";
    private const string Switch = "StoredValue.Law.Figures";

    [Fact, Trait("Req", "OPS-17")]
    public async Task A_lax_figure_is_warned_of_on_the_page_and_refused_where_the_brand_wants_that()
    {
        var office = await fixture.Host.AdministratorAsync();
        var brand = await fixture.Host.BrandAsync("apparel", "s1");
        const string here = "/api/brands/apparel/platform/settings";
        (await SetAsync(office, here, Figure, "101")).ShouldBeNull();
        (await WarningAsync(office)).ShouldNotBeNull();
        (await WarningAsync(office, "StoredValue.Law.CoolingOffDays")).ShouldBeNull("That one is the usual one.");
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice, brand);
        using var page = await browser.GetAsync("/brands/apparel/platform/settings");
        (await page.Content.ReadAsStringAsync()).ShouldContain("lawyer");

        (await SetAsync(office, here, Switch, "refuse")).ShouldNotBeNull().ShouldSatisfyAllConditions(
            no => no.ShouldContain("storedvalue.figures-are-lax"), no => no.ShouldContain("100", Case.Sensitive, "It names the figure."));
        (await SetAsync(office, here, Figure, "100")).ShouldBeNull();
        (await SetAsync(office, here, Switch, "refuse")).ShouldBeNull();
        (await SetAsync(office, here, Figure, "102")).ShouldBe("storedvalue.figures-too-lax");
        (await SetAsync(office, here, "StoredValue.Law.CoolingOffDays", "9")).ShouldBeNull("Stricter is always possible.");
        (await SetAsync(office, here, Figure, "100")).ShouldBeNull();
        (await WarningAsync(office)).ShouldBeNull();

        (await SetAsync(office, "/api/platform/settings", Figure, "500")).ShouldBeNull("The brand has a figure of its own.");
        (await SetAsync(office, here, Figure, null)).ShouldBe("storedvalue.figures-too-lax", "It would inherit the chain's.");
        (await SetAsync(office, "/api/platform/settings", Figure, "90")).ShouldBeNull();
        (await SetAsync(office, here, Figure, null)).ShouldBeNull();
        (await SetAsync(office, "/api/platform/settings", Figure, "500")).ShouldBe("storedvalue.figures-too-lax", "The brand inherits it.");
    }

    private static async Task<string?> WarningAsync(HttpClient office, string name = Figure)
    {
        var items = (await office.GetFromJsonAsync<JsonElement>("/api/brands/apparel/platform/settings")).GetProperty("items");
        return items.EnumerateArray().Single(i => i.GetProperty("name").GetString() == name) is var item
            && item.TryGetProperty("warning", out var warning) ? warning.GetString() : null;
    }

    /// <summary>The refusal's code, its field's; null: it is set.</summary>
    private static async Task<string?> SetAsync(HttpClient office, string path, string name, string? value)
    {
        using var answer = await office.PutAsJsonAsync($"{path}/{name}", new { value });
        if (answer.IsSuccessStatusCode) return null;
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync();
        return text.Contains("storedvalue.figures-too-lax", StringComparison.Ordinal) ? "storedvalue.figures-too-lax" : text;
    }
}
