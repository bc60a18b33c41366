using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Redemption.Tests.Catalogue;

public sealed class EditionPageTestsOnSqlite(SqliteHost fixture) : EditionPageTests(fixture), IClassFixture<SqliteHost>;

/// <summary>The pages of editions at their edges: months beyond the calendar, and as many rewards as an edition may have.</summary>
[Trait("Req", "RD-02")]
public abstract class EditionPageTests(HostFixture fixture)
{
    private const string Pages = "/brands/apparel/redemption";

    [Theory]
    [InlineData("9999-12")]
    [InlineData("0001-01")]
    [InlineData("2000-01")]
    [InlineData("2099-12")]
    [InlineData("1999-12")]
    [InlineData("no month")]
    public async Task Any_month_has_a_page(string month)
    {
        await fixture.Host.BrandAsync("apparel", "s1");
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);

        (await browser.GetAsync($"{Pages}/editions?month={month}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync($"{Pages}/editions/new?month={month}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_thousand_rewards_are_offered_by_one_form()
    {
        await fixture.Host.BrandAsync("apparel", "s1");
        var client = await fixture.Host.AdministratorAsync();
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        string[] codes = [.. Enumerable.Range(1, 1_000).Select(i => "m" + i.ToString("0000", CultureInfo.InvariantCulture))];
        var file = new StringBuilder("code,name_zh,name_en,kind,points\n");
        foreach (var code in codes) file.Append(CultureInfo.InvariantCulture, $"{code},礼品,Gift,goods,100\n");
        await fixture.Host.RunAsync(
            new Redemption.Catalogue.Files.ImportRewards.Input(false) { Content = Encoding.UTF8.GetBytes(file.ToString()) },
            fixture.Host.Brands.Find("apparel"));
        (string, string)[] dates = [("edition", "many"), ("from", "2050-01-01"), ("to", "2050-01-31")];

        await browser.OpenAsync(Pages + "/editions/new?month=2050-01");
        using var sent = await browser.SubmitAsync(Pages + "/editions/new", [.. dates, .. codes.Index().SelectMany(Line)]);

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await sent.Content.ReadAsStringAsync());
        var edition = await client.GetFromJsonAsync<JsonElement>("/api/brands/apparel/redemption/editions/many");
        edition.GetProperty("items").GetArrayLength().ShouldBe(1_000);

        static (string, string)[] Line((int Index, string Code) reward)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"lines[{reward.Index}].");
            return [(line + "reward", reward.Code), (line + "offered", "true"), (line + "points", "90")];
        }
    }
}
