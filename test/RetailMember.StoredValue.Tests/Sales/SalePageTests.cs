using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>A sale through the addresses with everything real behind them, and the pages that show it.</summary>
public sealed class SalePageTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    private const string Api = "/api/brands/apparel/storedvalue";

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-09"), Trait("Req", "OPS-08")]
    public async Task What_is_sold_stands_on_every_page_and_the_books_are_sound()
    {
        var office = await fixture.Host.AdministratorAsync();
        var brand = await fixture.Host.BrandAsync("apparel", "s1");
        var name = new Dictionary<string, string> { ["zh-Hans"] = "储值卡", ["en"] = "Card" };
        var example = new { title = "e", loadAmount = 10, mustLeave = new { accepted = true, principal = 10, bonus = 0 } };
        var cardTerms = new { name, form = "physical", named = false, minimumLoad = 10, examples = new[] { example } };
        await SendAsync(office, HttpMethod.Put, "/card-types/plain", new { cardTerms });
        await SendAsync(office, HttpMethod.Post, "/card-types/plain/activation", new { });
        var seller = await fixture.Host.Staff.HireAsync(DefaultRole.ShopGuide, brand);
        var draft = await SendAsync(
            office, HttpMethod.Post, "/sales",
            new { key = "1", storeCode = "s1", cardType = "plain", principal = 1_000, paymentMethod = "cash", seller });
        var sale = draft.GetProperty("cardSale").GetProperty("saleNo").GetInt64();
        await SendAsync(office, HttpMethod.Post, $"/sales/{sale}/payment", new { paymentMethod = "cash" });
        foreach (var step in (string[])["loading", "delivery"])
            await SendAsync(office, HttpMethod.Post, $"/sales/{sale}/{step}", new { });

        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice, brand);
        string[] pages =
            ["sales", $"sales/{sale}", "sales/new", "my-cards", "settlements", "sales-report", "sales-plan", "finance",
             "unexpected-payments", "unexpected-payments/export.csv", "left-customers"];
        foreach (var page in pages)
        {
            using var shown = await browser.GetAsync($"/brands/apparel/storedvalue/{page}");
            shown.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        // A seller opens his own sale, and nobody else's.
        var own = await fixture.Host.Staff.BrowserAsync(DefaultRole.ShopGuide, brand);
        using (var shown = await own.GetAsync($"/brands/apparel/storedvalue/sales/{sale}"))
            shown.StatusCode.ShouldBe(HttpStatusCode.NotFound, "another guide's");

        var books = await office.GetFromJsonAsync<JsonElement>("/api/brands/apparel/membership/books");
        books.GetProperty("sound").GetBoolean().ShouldBeTrue(books.ToString());
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, Api + path) { Content = JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
