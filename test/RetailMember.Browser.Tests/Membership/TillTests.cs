using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Membership;

/// <summary>The till is worked by keyboard and scanner alone: these tests never touch the mouse.</summary>
public sealed class TillTests(DemonstrationChain chain)
{
    private const string Member = "P100031";

    [Fact]
    public async Task A_cashier_sells_with_the_keyboard_alone()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        await cashier.ScanAsync(Member);
        await Assertions.Expect(cashier.Page.Locator("#till-member")).ToContainTextAsync(Member);

        var quoted = cashier.Page.Locator("#till-quote .till-figure");
        await cashier.ScanAsync("120.50");
        await Assertions.Expect(quoted).ToHaveTextAsync("¥102.43");
        await cashier.ScanAsync("300");
        await Assertions.Expect(quoted).ToHaveTextAsync("¥357.43");

        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Page.WaitForURLAsync("**/till/receipts/**");
        (await cashier.Page.Locator(".till-receipt .till-figure").InnerTextAsync()).ShouldBe("¥357.43");

        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Page.WaitForURLAsync("**/till");
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Enter_pressed_many_times_records_once()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        await cashier.ScanAsync("P100032");
        await cashier.ScanAsync("77.70");
        var number = await cashier.Page.InputValueAsync("[name=receiptNo]");
        await cashier.Page.EvaluateAsync("""
            () => {
                const form = document.querySelector('form.till');
                const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
                return Promise.all([send(), send(), send()]).then(() => undefined);
            }
            """);
        await cashier.OpenAsync("/brands/pharmacy/membership/members/P100032/purchases");
        (await cashier.Page.GetByText(number, new() { Exact = true }).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_card_scanned_in_the_basket_finds_the_member()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        await cashier.ScanAsync("P100031");
        await cashier.ScanAsync("19900000131");
        await Assertions.Expect(cashier.Page.Locator("[name=member]")).ToHaveValueAsync("19900000131");
        (await cashier.Page.InputValueAsync("[name='lines[0].listAmount']")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_sold_says_why_and_keeps_what_was_typed()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        await cashier.ScanAsync("nobody-9");
        await cashier.ScanAsync("12.345");
        await cashier.Keyboard.PressAsync("F9");
        await Assertions.Expect(cashier.Page.Locator(".till-fault, .invalid-feedback, .alert-danger").First).ToBeVisibleAsync();
        (await cashier.Page.InputValueAsync("[name=member]")).ShouldBe("nobody-9");
        (await cashier.Page.InputValueAsync("[name='lines[0].listAmount']")).ShouldBe("12.345");
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("12,50")]
    public async Task A_price_that_is_none_is_said_at_once_and_not_recorded(string price)
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        await cashier.ScanAsync(Member);
        await cashier.ScanAsync(price);

        await Assertions.Expect(cashier.Page.Locator("#till-quote .alert-warning")).ToContainTextAsync("第 1 行");
        await Assertions.Expect(cashier.Page.Locator("[name='lines[0].listAmount'].is-invalid")).ToBeFocusedAsync();
        await cashier.Keyboard.PressAsync("F9");
        await Assertions.Expect(cashier.Page.Locator(".till-fault")).ToBeVisibleAsync();
        (await cashier.Page.InputValueAsync("[name='lines[0].listAmount']")).ShouldBe(price);
    }

    [Fact]
    public async Task A_price_in_the_signs_of_an_input_method_is_read_right()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        await cashier.ScanAsync(Member);
        await cashier.ScanAsync("１２。５");

        await Assertions.Expect(cashier.Page.Locator("[name='lines[0].listAmount']")).ToHaveValueAsync("12.5");
        await Assertions.Expect(cashier.Page.Locator("#till-quote .till-figure")).Not.ToHaveTextAsync("¥0.00");
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_line_comes_back_with_the_keyboard_alone_and_the_till_shows_what_was_done()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        await SellAsync(cashier, "100", "200");
        await cashier.Keyboard.PressAsync("F7");
        await cashier.Page.WaitForURLAsync("**/refunds?**");
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        await Assertions.Expect(cashier.Page.Locator("[name='lines.1']")).ToBeFocusedAsync();

        // Not the first line but the second; then over the total and the reason to the button.
        await cashier.Keyboard.PressAsync("Enter");
        await cashier.ScanAsync("50");
        await cashier.ScanAsync("");
        await cashier.ScanAsync("尺码不合");
        await Assertions.Expect(cashier.Page.Locator("[data-refund-submit]")).ToBeFocusedAsync();
        await cashier.Keyboard.PressAsync("Enter");

        await cashier.Page.WaitForURLAsync("**/till?**");
        var done = cashier.Page.Locator("[data-refunded]");
        await Assertions.Expect(done.Locator(".till-figure")).ToHaveTextAsync("¥50.00");
        await Assertions.Expect(cashier.Page.Locator("[name=member]")).ToBeFocusedAsync();
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task An_amount_comes_off_all_lines_and_then_everything_that_is_left()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync("/");
        var receipt = await SellAsync(cashier, "100", "200");
        await cashier.Keyboard.PressAsync("F7");
        await cashier.Page.WaitForURLAsync("**/refunds?**");
        await cashier.Page.FocusAsync("[name=amount]");
        await cashier.Keyboard.TypeAsync("90");
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/till?**");

        await cashier.Keyboard.PressAsync("F7");
        await cashier.Page.WaitForURLAsync("**/refunds");
        await cashier.ScanAsync(receipt);
        await cashier.Page.WaitForURLAsync("**/refunds?**");
        await cashier.Keyboard.PressAsync("F4");
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/till?**");
        await Assertions.Expect(cashier.Page.Locator("[data-refunded]")).ToContainTextAsync("¥0.00");
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_store_gives_money_back_on_a_receipt_of_another_and_says_so()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync("/brands/pharmacy/membership/till?store=north");
        var receipt = await SellAsync(office, "100");
        await office.OpenAsync("/brands/pharmacy/membership/till?store=lake");
        await office.OpenAsync($"/brands/pharmacy/membership/refunds?at=north&receipt={receipt}");
        await office.ScanAsync("1e3");
        await office.Keyboard.PressAsync("F9");
        await Assertions.Expect(office.Page.Locator(".refund .invalid-feedback")).ToHaveCountAsync(1);
        await Assertions.Expect(office.Page.Locator(".alert-danger")).ToHaveCountAsync(0);

        await office.Page.FillAsync("[name='lines.1']", "10");
        await office.Keyboard.PressAsync("F9");
        await office.Page.WaitForURLAsync("**/till?**");

        await Assertions.Expect(office.Page.Locator(".page-pretitle")).ToHaveTextAsync("湖滨店");
        await Assertions.Expect(office.Page.Locator("[data-refunded]")).ToContainTextAsync("城北店");
        await office.OpenAsync($"/brands/pharmacy/membership/till/receipts/north/{receipt}");
        await Assertions.Expect(office.Page.Locator(".till-receipt")).ToContainTextAsync("退款 · 湖滨店");
    }

    private static async Task<string> SellAsync(Visit cashier, params string[] prices)
    {
        await cashier.ScanAsync(Member);
        foreach (var price in prices) await cashier.ScanAsync(price);
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/till/receipts/**");
        return Uri.UnescapeDataString(cashier.Page.Url.Split('/')[^1]);
    }

    [Theory]
    [InlineData("/brands/pharmacy/membership/till")]
    [InlineData("/brands/pharmacy/membership/refunds")]
    public async Task The_till_is_open_to_everybody(string address)
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync(address);
        (await cashier.BarriersAsync()).ShouldBeEmpty();
    }
}
