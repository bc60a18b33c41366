using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

public sealed class InvoiceCounterTestsOnSqlite(RestaurantOnSqlite host)
    : InvoiceCounterTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class InvoiceCounterTestsOnPostgres(RestaurantOnPostgres host)
    : InvoiceCounterTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>Invoices as the counter asks for them, their numbers, and what was missed.</summary>
[Trait("Req", "RS-04")]
public abstract class InvoiceCounterTests(HostFixture fixture)
{
    private static readonly object Buyer = new { buyer = "江南商贸有限公司", taxNo = "91310000MA1K0001X" };

    [Fact]
    public async Task A_cashier_asks_for_invoices_of_his_store_alone_and_sees_what_became_of_them()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (_, number) = await house.CardAsync(5_000m);
        using var here = await fixture.Host.Staff.PersonAsync(DefaultRole.Cashier, house.Brand, "s1");
        using var elsewhere = await fixture.Host.Staff.PersonAsync(DefaultRole.Cashier, house.Brand, "s2");

        (await LoadsAsync(house, elsewhere)).ShouldBeEmpty();
        (await SearchAsync(house, elsewhere, number)).ShouldBeEmpty();
        var load = (await LoadsAsync(house, here)).ShouldHaveSingleItem().GetProperty("load").GetString();
        var address = $"{house.Api}restaurant/card-loads/{load}/invoice";
        using var refused = await elsewhere.PostAsJsonAsync(address, Buyer);
        (refused.StatusCode, await Hotel.CodeOf(refused)).ShouldBe((HttpStatusCode.NotFound, "restaurant.load-not-found"));
        using var asked = await here.PostAsJsonAsync(address, Buyer);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var invoice = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("invoice").GetString();
        await house.PostAsync($"restaurant/invoices/{invoice}/number", new { invoiceNo = "N1" });

        var request = (await RequestsAsync(house, here)).ShouldHaveSingleItem();
        (request.GetProperty("state").GetString(), request.GetProperty("invoiceNo").GetString()).ShouldBe(("issued", "N1"));
        (await RequestsAsync(house, elsewhere)).ShouldBeEmpty();
        (await here.GetAsync(house.Api + "restaurant/invoices")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_counters_pages_are_in_its_menu_and_ask_for_what_is_found()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (_, number) = await house.CardAsync(5_000m);
        var root = $"/brands/{house.Brand.Code}/restaurant/";
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.Cashier, house.Brand, "s1");

        var list = await browser.OpenAsync(root + "invoice-requests");
        list.ShouldContain(root + "invoice-requests/loads");
        list.ShouldNotContain($"\"{root}invoices\"");
        (await browser.OpenAsync(root + "invoice-requests/loads?sort=loadedOn")).ShouldContain("name=\"buyer\"");
        using var found = await browser.SubmitAsync(root + "invoice-requests/loads", ("search", number));
        (await found.Content.ReadAsStringAsync()).ShouldContain("name=\"buyer\"");
        using var none = await browser.SubmitAsync(root + "invoice-requests/loads", ("search", "nobody"));
        (await none.Content.ReadAsStringAsync()).ShouldNotContain("name=\"buyer\"");

        var load = (await house.GetAsync("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString();
        using var asked = await browser.SubmitAsync(
            root + $"invoice-requests/card-loads/{load}", ("buyer", "王芳"), ("storeCode", "s1"));
        (await browser.OpenAsync(root + "invoice-requests")).ShouldContain("王芳");
        (await browser.GetAsync(root + "invoices")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Loads_are_found_by_holder_mobile_and_card_and_read_page_by_page_in_either_order()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await house.PostAsync("storedvalue/proposed-card-types/dining-card/draft", new { });
        await house.PostAsync("storedvalue/card-types/dining-card/activation", new { });
        await house.SellAsync("dining-card", 6_000m, house.Member);
        var (_, number) = await house.CardAsync(5_000m);

        foreach (var named in (string[])[house.Member, house.Mobile])
            PrincipalsOf(await SearchAsync(house, house.Office, named)).ShouldBe([6_000m]);
        PrincipalsOf(await SearchAsync(house, house.Office, number)).ShouldBe([5_000m]);
        PrincipalsOf(await LoadsAsync(house, house.Office, "?sort=loadedOn")).ShouldBe([6_000m, 5_000m]);
        var first = await house.GetAsync("restaurant/card-loads?size=1");
        PrincipalsOf(first.GetProperty("items").EnumerateArray()).ShouldBe([5_000m]);
        var next = await house.GetAsync("restaurant/card-loads?size=1&after=" + first.GetProperty("next").GetString());
        PrincipalsOf(next.GetProperty("items").EnumerateArray()).ShouldBe([6_000m]);
        next.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_number_of_the_tax_system_is_that_of_one_invoice_issued_or_red()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (one, two) = (await AskAsync(house), await AskAsync(house));
        await house.PostAsync($"{one}/number", new { invoiceNo = "N1" });

        (await house.RefusalAsync($"{two}/number", new { invoiceNo = "n1" })).ShouldBe("restaurant.invoice-number-taken");
        await house.PostAsync($"{two}/number", new { invoiceNo = "N2" });
        (await house.RefusalAsync($"{two}/reversal", new { reason = "抬头有误", redLetterNo = "N1" }))
            .ShouldBe("restaurant.invoice-number-taken");
        await house.PostAsync($"{two}/reversal", new { reason = "抬头有误", redLetterNo = "R1" });
        (await house.RefusalAsync($"{one}/reversal", new { reason = "抬头有误", redLetterNo = "R1" }))
            .ShouldBe("restaurant.invoice-number-taken");
        await house.PostAsync($"{one}/number", new { invoiceNo = "N1" });

        var other = await Hotel.OpenAsync(fixture.Host);
        await other.PostAsync($"{await AskAsync(other)}/number", new { invoiceNo = "N1" });
    }

    [Fact]
    public async Task Of_ten_invoices_that_are_given_one_number_at_once_one_has_it()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var invoices = new List<string>();
        for (var i = 0; i < 10; i++) invoices.Add(await AskAsync(house));

        var answers = await Task.WhenAll(
            invoices.Select(i => house.Office.PostAsJsonAsync($"{house.Api}{i}/number", new { invoiceNo = "N1" })));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        foreach (var refused in answers.Where(a => !a.IsSuccessStatusCode))
            (await Hotel.CodeOf(refused)).ShouldBe("restaurant.invoice-number-taken");
    }

    private static async Task<string> AskAsync(Hotel house)
    {
        await house.CardAsync(5_000m);
        var load = (await house.GetAsync("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString();
        var asked = await house.PostAsync($"restaurant/card-loads/{load}/invoice", Buyer);
        return "restaurant/invoices/" + asked.GetProperty("invoice").GetString();
    }

    private static IEnumerable<decimal> PrincipalsOf(IEnumerable<JsonElement> loads) =>
        loads.Select(l => l.GetProperty("principal").GetDecimal());

    private static Task<List<JsonElement>> LoadsAsync(Hotel house, HttpClient who, string asked = "") =>
        ItemsAsync(who.GetAsync(house.Api + "restaurant/card-loads" + asked));

    private static Task<List<JsonElement>> SearchAsync(Hotel house, HttpClient who, string search) =>
        ItemsAsync(who.PostAsJsonAsync(house.Api + "restaurant/card-loads/search", new { search }));

    private static Task<List<JsonElement>> RequestsAsync(Hotel house, HttpClient who) =>
        ItemsAsync(who.GetAsync(house.Api + "restaurant/invoice-requests"));

    private static async Task<List<JsonElement>> ItemsAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()];
    }
}
