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
        await cashier.ScanAsync(Member);
        await Assertions.Expect(cashier.Page.Locator("#till-member")).ToContainTextAsync(Member);

        var quoted = cashier.Page.Locator("#till-quote .till-figure");
        await cashier.ScanAsync("120.50");
        await Assertions.Expect(quoted).Not.ToHaveTextAsync("¥0.00");
        var ofOneLine = await quoted.InnerTextAsync();
        await cashier.ScanAsync("300");
        await Assertions.Expect(quoted).Not.ToHaveTextAsync(ofOneLine);
        var payable = await quoted.InnerTextAsync();

        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Page.WaitForURLAsync("**/till/receipts/**");
        (await cashier.Page.Locator(".till-receipt .till-figure").InnerTextAsync()).ShouldBe(payable);

        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Page.WaitForURLAsync("**/till");
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Enter_pressed_many_times_records_once()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
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
        await cashier.ScanAsync("P100031");
        await cashier.ScanAsync("19900000131");
        await Assertions.Expect(cashier.Page.Locator("[name=member]")).ToHaveValueAsync("19900000131");
        (await cashier.Page.InputValueAsync("[name='lines[0].listAmount']")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_sold_says_why_and_keeps_what_was_typed()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.ScanAsync("nobody-9");
        await cashier.ScanAsync("12.345");
        await cashier.Keyboard.PressAsync("F9");
        await Assertions.Expect(cashier.Page.Locator(".till-fault, .invalid-feedback, .alert-danger").First).ToBeVisibleAsync();
        (await cashier.Page.InputValueAsync("[name=member]")).ShouldBe("nobody-9");
        (await cashier.Page.InputValueAsync("[name='lines[0].listAmount']")).ShouldBe("12.345");
    }

    [Fact]
    public async Task A_line_comes_back_with_its_share_of_points()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.ScanAsync(Member);
        await cashier.ScanAsync("100");
        await cashier.ScanAsync("200");
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/till/receipts/**");
        var receipt = Uri.UnescapeDataString(cashier.Page.Url.Split('/')[^1]);
        await cashier.Keyboard.PressAsync("F8");
        await cashier.Page.WaitForURLAsync("**/till");
        await cashier.Keyboard.PressAsync("F7");
        await cashier.Page.WaitForURLAsync("**/refunds");
        await cashier.ScanAsync(receipt);
        await cashier.Page.WaitForURLAsync("**/refunds?**");
        await cashier.Page.FocusAsync("[data-fill]");
        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Page.FocusAsync("form[data-form] button.btn-danger");
        await cashier.Keyboard.PressAsync("Enter");
        await cashier.Page.WaitForURLAsync("**/purchases");
        await Assertions.Expect(cashier.Page.Locator(".alert-success")).ToBeVisibleAsync();
        cashier.Complaints.ShouldBeEmpty();
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
