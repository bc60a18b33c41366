using System.Net.Http.Json;
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
            office.PostAsJsonAsync(
                house.Api + $"restaurant/card-loads/{load}/invoice", Buyer)));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await house.GetAsync("restaurant/invoices")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact, Trait("Req", "RS-04")]
    public async Task An_issued_invoice_that_is_reversed_may_be_asked_for_anew()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var load = await LoadAsync(house);
        var invoice = await AskAsync(house, load);

        await house.PostAsync($"{invoice}/number", new { invoiceNo = "25312000000012345678" });
        await house.PostAsync($"{invoice}/number", new { invoiceNo = "25312000000012345678" });
        (await house.RefusalAsync($"{invoice}/number", new { invoiceNo = "1" })).ShouldBe("restaurant.invoice-not-requested");
        (await house.RefusalAsync($"{invoice}/reversal", new { reason = "抬头有误" })).ShouldBe("request.invalid");
        await house.PostAsync($"{invoice}/reversal", new { reason = "抬头有误", redLetterNo = "R1" });
        (await house.RefusalAsync($"{invoice}/reversal", new { reason = "又一次", redLetterNo = "R2" }))
            .ShouldBe("restaurant.invoice-reversed");

        var again = await house.PostAsync($"restaurant/card-loads/{load}/invoice", new { buyer = "王芳" });
        again.GetProperty("state").GetString().ShouldBe("requested");
        again.TryGetProperty("invoiceNo", out _).ShouldBeFalse();
        (await StatesAsync(house)).ShouldBe(["requested", "reversed"], "the number that was issued stays in the register");
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

    [Fact, Trait("Req", "RS-04")]
    public async Task What_is_asked_for_and_declined_may_be_asked_for_anew_without_a_red_letter()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var load = await LoadAsync(house);
        var invoice = await AskAsync(house, load);

        (await house.RefusalAsync($"{invoice}/reversal", new { reason = "重复", redLetterNo = "R1" }))
            .ShouldBe("restaurant.invoice-not-issued");
        await house.PostAsync($"{invoice}/reversal", new { reason = "重复" });

        await AskAsync(house, load);
        (await StatesAsync(house)).ShouldBe(["requested", "declined"]);
    }

    [Fact, Trait("Req", "RS-04"), Trait("Req", "RS-09")]
    public async Task A_load_that_is_paid_back_in_part_leaves_its_invoice_to_be_reversed_and_the_rest_to_be_invoiced()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var sale = await house.SellAsync(await house.CardTypeAsync(), 5_000m);
        var load = await OnlyLoadAsync(house);
        var invoice = await IssueAsync(house, load);
        (await house.ChargeAsync(await house.NumberAsync(sale.GetProperty("card").GetString()!), 1_100m))
            .IsSuccessStatusCode.ShouldBeTrue();

        await house.PayBackAsync(sale);

        var due = (await house.GetAsync("restaurant/invoices?state=toReverse")).GetProperty("items").EnumerateArray().Single();
        (due.GetProperty("amount").GetDecimal(), due.GetProperty("paidBack").GetDecimal()).ShouldBe((5_000m, 4_000m));
        (await house.RefusalAsync($"restaurant/card-loads/{load}/invoice", Buyer)).ShouldBe("restaurant.invoiced-already");

        await house.PostAsync($"{invoice}/reversal", new { reason = "退卡", redLetterNo = "R1" });
        var again = await house.PostAsync($"{invoice}/reversal", new { reason = "退卡", redLetterNo = "R1" });

        (again.GetProperty("state").GetString(), again.GetProperty("redLetterNo").GetString()).ShouldBe(("reversed", "R1"));
        (await StatesAsync(house)).ShouldBe(["requested", "reversed"], "asked twice, the rest is asked for once");
        var rest = (await house.GetAsync("restaurant/invoices")).GetProperty("items")[0];
        (rest.GetProperty("amount").GetDecimal(), rest.GetProperty("buyer").GetString()).ShouldBe((1_000m, "江南商贸有限公司"));
        (await house.GetAsync("restaurant/invoices?state=toReverse")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Req", "RS-04"), Trait("Req", "RS-09")]
    public async Task Of_twenty_who_reverse_at_once_one_does_and_the_rest_is_asked_for_once()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var sale = await house.SellAsync(await house.CardTypeAsync(), 5_000m);
        var invoice = await IssueAsync(house, await OnlyLoadAsync(house));
        (await house.ChargeAsync(await house.NumberAsync(sale.GetProperty("card").GetString()!), 1_100m))
            .IsSuccessStatusCode.ShouldBeTrue();
        await house.PayBackAsync(sale);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            house.Office.PostAsJsonAsync($"{house.Api}{invoice}/reversal", new { reason = "退卡", redLetterNo = $"R{i}" })));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await StatesAsync(house)).ShouldBe(["requested", "reversed"]);
    }

    [Fact, Trait("Req", "RS-04"), Trait("Req", "RS-09")]
    public async Task What_is_paid_back_before_it_is_issued_is_not_invoiced_and_an_old_amount_is_refused()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var type = await house.CardTypeAsync();
        var sale = await house.SellAsync(type, 5_000m);
        var part = await AskAsync(house, await OnlyLoadAsync(house));
        (await house.ChargeAsync(await house.NumberAsync(sale.GetProperty("card").GetString()!), 1_100m))
            .IsSuccessStatusCode.ShouldBeTrue();
        await house.PayBackAsync(sale);

        (await house.RefusalAsync($"{part}/number", new { invoiceNo = "1", amount = 5_000 }))
            .ShouldBe("restaurant.invoice-amount-changed");
        var issued = await house.PostAsync($"{part}/number", new { invoiceNo = "1", amount = 1_000 });
        (issued.GetProperty("state").GetString(), issued.GetProperty("amount").GetDecimal()).ShouldBe(("issued", 1_000m));

        var whole = await house.SellAsync(type, 6_000m);
        await AskAsync(house, (await house.GetAsync("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString()!);
        await house.PayBackAsync(whole);
        (await StatesAsync(house)).ShouldBe(["declined", "issued"]);
    }

    [Fact, Trait("Req", "RS-04"), Trait("Req", "RS-09")]
    public async Task Money_that_goes_back_while_the_vertical_is_off_is_marked_all_the_same()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var sale = await house.SellAsync(await house.CardTypeAsync(), 5_000m);
        await IssueAsync(house, await OnlyLoadAsync(house));
        await house.SwitchAsync(on: false);

        await house.PayBackAsync(sale);

        await house.SwitchAsync(on: true);
        (await StatesAsync(house)).ShouldBe(["toReverse"]);
    }

    [Fact, Trait("Req", "RS-05")]
    public async Task A_receipt_that_is_returned_leaves_the_invoice_of_its_money_to_be_reversed_and_the_till_is_told()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var receipt = JsonSerializer.SerializeToElement(house.Receipt(1_000m));
        await house.PostAsync("membership/purchases", receipt);
        var asked = await house.PostAsync(Of(receipt), new { storeCode = "s1", buyer = "王芳" });
        var invoice = $"restaurant/invoices/{asked.GetProperty("invoice").GetString()}";
        var paid = asked.GetProperty("amount").GetDecimal();
        await house.PostAsync($"{invoice}/number", new { invoiceNo = "N1" });

        var refund = await house.PostAsync("membership/refunds", Refund(receipt, 300m));

        refund.GetRawText().ShouldContain("\"kind\":\"invoice\",\"name\":\"N1\"");
        var due = (await house.GetAsync("restaurant/invoices?state=toReverse")).GetProperty("items").EnumerateArray().Single();
        due.GetProperty("paidBack").GetDecimal().ShouldBe(300m);
        await house.PostAsync($"{invoice}/reversal", new { reason = "退货", redLetterNo = "R1" });
        var rest = (await house.GetAsync("restaurant/invoices")).GetProperty("items")[0];
        rest.GetProperty("amount").GetDecimal().ShouldBe(paid - 300m);

        await house.PostAsync("membership/refunds", Refund(receipt, paid - 300m));
        (await StatesAsync(house)).ShouldBe(["declined", "reversed"]);
        (await house.RefusalAsync(Of(receipt), new { storeCode = "s1", buyer = "王芳" })).ShouldBe("restaurant.nothing-to-invoice");
    }

    [Fact, Trait("Req", "RS-04")]
    public async Task The_register_shows_what_is_to_be_reversed_and_is_exported_with_it()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var sale = await house.SellAsync(await house.CardTypeAsync(), 5_000m);
        var invoice = await IssueAsync(house, await OnlyLoadAsync(house));
        await house.PayBackAsync(sale);
        var browser = await fixture.Host.Staff.BrowserAsync(People.DefaultRole.HeadOffice);
        var list = $"/brands/{house.Brand.Code}/restaurant/invoices";

        var page = await browser.OpenAsync(list + "?state=toReverse");
        page.ShouldContain("name=\"redLetterNo\"");
        (await browser.OpenAsync(list + "?state=issued")).ShouldNotContain("25312000000012345678");
        await house.PostAsync($"{invoice}/reversal", new { reason = "退卡", redLetterNo = "R77" });
        var file = await browser.OpenAsync(list + "/export.csv");
        file.ShouldSatisfyAllConditions(f => f.ShouldContain("25312000000012345678"), f => f.ShouldContain("R77"));

        using var cashier = await fixture.Host.Staff.PersonAsync(People.DefaultRole.Cashier, house.Brand, "s1");
        (await Hotel.CodeOf(await cashier.PostAsJsonAsync(
            $"{house.Api}{invoice}/reversal", new { reason = "x", redLetterNo = "R1" }))).ShouldBe("permission.denied");
    }

    private static object Refund(JsonElement receipt, decimal amount) => new
    {
        refundNo = Hotel.Key(), storeCode = "s1", receiptNo = receipt.GetProperty("receiptNo").GetString(), amount,
    };

    /// <summary>The address of the invoice that is asked for.</summary>
    private static async Task<string> AskAsync(Hotel house, string load) =>
        "restaurant/invoices/"
        + (await house.PostAsync($"restaurant/card-loads/{load}/invoice", Buyer)).GetProperty("invoice").GetString();

    private static async Task<string> IssueAsync(Hotel house, string load)
    {
        var invoice = await AskAsync(house, load);
        await house.PostAsync($"{invoice}/number", new { invoiceNo = "25312000000012345678" });
        return invoice;
    }

    /// <summary>Of the register, the newest first.</summary>
    private static async Task<IEnumerable<string?>> StatesAsync(Hotel house) =>
        (await house.GetAsync("restaurant/invoices")).GetProperty("items").EnumerateArray()
        .Select(i => i.GetProperty("state").GetString());

    private static string Of(JsonElement receipt) => $"restaurant/receipts/{receipt.GetProperty("receiptNo").GetString()}/invoice";

    private static async Task<string> LoadAsync(Hotel house)
    {
        await house.CardAsync(5_000m);
        return await OnlyLoadAsync(house);
    }

    private static async Task<string> OnlyLoadAsync(Hotel house) =>
        (await house.GetAsync("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString()!;
}
