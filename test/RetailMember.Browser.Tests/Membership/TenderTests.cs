using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Membership;

/// <summary>A sale with a voucher and points, by keyboard and scanner alone.</summary>
public sealed class TenderTests(DemonstrationChain chain)
{
    private const string Member = "P100033";
    private const string Api = "/api/brands/pharmacy/redemption/";

    [Fact, Trait("Req", "CORE-35")]
    public async Task A_voucher_is_scanned_into_the_basket_shown_on_the_receipt_and_given_back()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        var code = await VoucherAsync();
        var quote = cashier.Page.Locator("#till-quote");
        await cashier.ScanAsync(Member);
        await cashier.ScanAsync("100");
        // Of all three digits: what is typed is quoted while it is typed.
        await cashier.Page.WaitForFunctionAsync(
            "() => Number(document.querySelector('#till-quote .till-figure').textContent.trim().slice(1)) > 50");
        var price = await quote.Locator(".till-figure").InnerTextAsync();

        // The cursor stands on the next line of the basket: a voucher is known by its looks.
        await cashier.ScanAsync(code);
        await Assertions.Expect(quote).ToContainTextAsync("−");
        var toPay = await quote.Locator(".till-figure").InnerTextAsync();
        (Yuan(price) - Yuan(toPay)).ShouldBe(30m);
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/till/receipts/**");
        (await cashier.Page.Locator(".till-receipt .till-figure").InnerTextAsync()).ShouldBe(toPay);
        await Assertions.Expect(cashier.Page.Locator(".till-receipt")).ToContainTextAsync("−");

        var receipt = cashier.Page.Locator(".till-receipt");
        await Assertions.Expect(receipt).ToContainTextAsync("券 代金券");
        await Assertions.Expect(receipt).Not.ToContainTextAsync("till-");

        await cashier.Keyboard.PressAsync("F7");
        await cashier.Page.WaitForURLAsync("**/refunds?**");
        await cashier.Keyboard.PressAsync("F4");
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/till?**");
        var done = cashier.Page.Locator("[data-refunded]");
        await Assertions.Expect(done.Locator(".till-figure")).ToHaveTextAsync(toPay);
        await Assertions.Expect(done).ToContainTextAsync("券 代金券");
        await Assertions.Expect(done).ToContainTextAsync("¥30.00");
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-15")]
    public async Task A_key_pays_with_points_and_pressed_again_does_not()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        var rows = cashier.Page.Locator("[data-till-tender-list] [data-till-tender]");
        await cashier.ScanAsync(Member);
        await cashier.ScanAsync("100");

        await cashier.Keyboard.PressAsync("F3");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await cashier.Keyboard.PressAsync("F3");
        await Assertions.Expect(rows).ToHaveCountAsync(0);

        cashier.Complaints.ShouldBeEmpty();
    }

    private static decimal Yuan(string shown) =>
        decimal.Parse(shown.Trim('¥'), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> VoucherAsync()
    {
        var office = await chain.Host.AdministratorAsync();
        var definition = "till-" + Guid.CreateVersion7().ToString("N");
        var terms = new
        {
            name = new Dictionary<string, string> { ["zh-Hans"] = "代金券", ["en"] = "Cash voucher" },
            amount = 30,
            validity = new { days = 30 },
        };
        (await office.PutAsJsonAsync(Api + $"voucher-definitions/{definition}", new { terms })).EnsureSuccessStatusCode();
        (await office.PostAsJsonAsync(Api + $"voucher-definitions/{definition}/activation", new { })).EnsureSuccessStatusCode();
        var issued = await ReadAsync(await office.PostAsJsonAsync(
            Api + "vouchers", new { key = definition, member = Member, definition, reason = "test" }));
        var revealed = await ReadAsync(await office.PostAsJsonAsync(
            Api + $"vouchers/{issued.GetProperty("voucher").GetGuid()}/disclosures", new { }));
        return revealed.GetProperty("code").GetString()!;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var _ = response;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
