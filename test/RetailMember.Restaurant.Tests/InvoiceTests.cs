using System.Text.Json;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

public sealed class InvoiceTestsOnSqlite(RestaurantOnSqlite host) : InvoiceTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class InvoiceTestsOnPostgres(RestaurantOnPostgres host)
    : InvoiceTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>One invoice when a card is bought, none of what it pays.</summary>
public abstract class InvoiceTests(HostFixture fixture)
{
    private static readonly object Buyer = new { buyer = "江南商贸有限公司", taxNo = "91310000MA1K0001X" };

    [Fact, Trait("Req", "RS-04")]
    public async Task A_load_is_invoiced_once_for_what_was_charged()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var load = await LoadAsync(house);

        var invoice = await house.PostAsync($"restaurant/card-loads/{load}/invoice", Buyer);

        invoice.GetProperty("amount").GetDecimal().ShouldBe(5_000m);
        (await house.RefusalAsync($"restaurant/card-loads/{load}/invoice", Buyer)).ShouldBe("restaurant.invoiced-already");
        var row = (await house.GetAsync("restaurant/card-loads")).GetProperty("items").EnumerateArray().Single();
        row.GetProperty("invoiceState").GetString().ShouldBe("requested");
    }

    [Fact, Trait("Req", "RS-04")]
    public async Task Of_twenty_who_ask_at_once_one_gets_it()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var load = await LoadAsync(house);
        using var office = await fixture.Host.Staff.PersonAsync(People.DefaultRole.HeadOffice);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
                office, house.Api + $"restaurant/card-loads/{load}/invoice", Buyer)));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await house.GetAsync("restaurant/invoices")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact, Trait("Req", "RS-04")]
    public async Task An_issued_invoice_that_is_reversed_may_be_asked_for_anew()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var load = await LoadAsync(house);
        await house.PostAsync($"restaurant/card-loads/{load}/invoice", Buyer);

        await house.PostAsync($"restaurant/invoices/{load}/number", new { invoiceNo = "25312000000012345678" });
        (await house.RefusalAsync($"restaurant/invoices/{load}/number", new { invoiceNo = "1" }))
            .ShouldBe("restaurant.invoice-not-requested");
        await house.PostAsync($"restaurant/invoices/{load}/reversal", new { reason = "抬头有误" });
        (await house.RefusalAsync($"restaurant/invoices/{load}/reversal", new { reason = "又一次" }))
            .ShouldBe("restaurant.invoice-reversed");

        var again = await house.PostAsync($"restaurant/card-loads/{load}/invoice", new { buyer = "王芳" });
        again.GetProperty("state").GetString().ShouldBe("requested");
        again.TryGetProperty("invoiceNo", out _).ShouldBeFalse();
    }

    [Fact, Trait("Req", "RS-05")]
    public async Task Of_a_receipt_that_a_card_paid_in_part_only_the_money_is_invoiced()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (_, number) = await house.CardAsync(5_000m);
        var mixed = JsonSerializer.SerializeToElement(house.Receipt(1_000m, new { kind = "card", code = number, amount = 400 }));
        var byCard = JsonSerializer.SerializeToElement(house.Receipt(300m, new { kind = "card", code = number }));
        await house.PostAsync("membership/purchases", mixed);
        await house.PostAsync("membership/purchases", byCard);

        var invoice = await house.PostAsync(Of(mixed), new { storeCode = "s1", buyer = "王芳" });
        invoice.GetProperty("amount").GetDecimal().ShouldBe(600m);
        (await house.RefusalAsync(Of(byCard), new { storeCode = "s1", buyer = "王芳" })).ShouldBe("restaurant.nothing-to-invoice");
        (await house.RefusalAsync("restaurant/receipts/none/invoice", new { storeCode = "s1", buyer = "王芳" }))
            .ShouldBe("restaurant.receipt-not-found");
    }

    private static string Of(JsonElement receipt) => $"restaurant/receipts/{receipt.GetProperty("receiptNo").GetString()}/invoice";

    private static async Task<string> LoadAsync(Hotel house)
    {
        await house.CardAsync(5_000m);
        return (await house.GetAsync("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString()!;
    }
}
