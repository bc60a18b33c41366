using System.Net.Http.Json;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "RD-11")]
public sealed class CounterPagesTests(DemonstrationChain chain)
{
    private const string Orders = "/brands/pharmacy/redemption/orders";

    [Fact]
    public async Task A_member_redeems_shows_the_code_and_collects_all_by_scanner_and_keyboard()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        cashier.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await RedeemAsync(cashier, "P100079");
        await cashier.PressAsync("显示领取码");
        var code = await cashier.Page.Locator("[data-order-code]").InnerTextAsync();
        (await cashier.Page.Locator("img.qr").GetAttributeAsync("src"))!.ShouldStartWith("data:image/png;base64,");
        (await cashier.BarriersAsync()).ShouldBeEmpty();

        await cashier.OpenAsync(Orders);
        await cashier.ScanAsync(code.Replace("-", ""));
        await Assertions.Expect(cashier.Page.Locator("main")).ToContainTextAsync("领取码正确");
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/redemption/orders");
        await Assertions.Expect(cashier.Page.Locator(".alert-success")).ToContainTextAsync("已发放");

        // Once only, and the cursor is ready for the next one.
        await cashier.ScanAsync(code);
        await Assertions.Expect(cashier.Page.Locator("main .badge").First).ToHaveTextAsync("已领取");
        (await cashier.Page.Locator("form[action$='/collection']").CountAsync()).ShouldBe(0);
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_is_made_ready_handed_out_after_a_check_or_cancelled()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        cashier.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await RedeemAsync(cashier, "P100080");
        await cashier.PressAsync("备好");
        await Assertions.Expect(cashier.Page.Locator("main .badge").First).ToHaveTextAsync("待领取");
        await cashier.Page.SelectOptionAsync("[name=check]", "身份证件");
        await cashier.Keyboard.PressAsync("F9");
        await cashier.Page.WaitForURLAsync("**/redemption/orders");

        await RedeemAsync(cashier, "P100081");
        await cashier.Page.ClickAsync("[data-bs-target='#cancel']");
        await cashier.Page.FillAsync("#cancel [name=reason]", "会员改变主意");
        await cashier.Page.ClickAsync("#cancel .btn-danger");
        await Assertions.Expect(cashier.Page.Locator("main .badge").First).ToHaveTextAsync("已取消");
        (await cashier.Page.Locator(".timeline-event").CountAsync()).ShouldBe(2);
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_code_and_no_member_is_said_in_words()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        foreach (var scanned in (string[])["nobody", "0000-0000-0000-0000"])
        {
            await cashier.OpenAsync(Orders);
            await cashier.ScanAsync(scanned);
            await Assertions.Expect(cashier.Page.Locator("main .alert-danger")).ToBeVisibleAsync();
            new Uri(cashier.Page.Url).Query.ShouldBeEmpty();
        }

        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_works_at_several_stores_says_once_at_which()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Orders);
        await director.Page.ClickAsync("a:has-text('火车站店')");
        await Assertions.Expect(director.Page.Locator(".page-pretitle")).ToContainTextAsync("火车站店");
        await director.OpenAsync(Orders);
        await Assertions.Expect(director.Page.Locator("#waiting tbody tr").First).ToBeVisibleAsync();
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.OpenAsync(Orders + "/all?state=collected");
        await Assertions.Expect(director.Page.Locator("#orders tbody tr").First).ToContainTextAsync("已领取");
        (await director.BarriersAsync()).ShouldBeEmpty();
        director.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_counter_fits_a_phone()
    {
        await using var phone = await chain.VisitAsync("pharmacy.cashier", VisitOptions.Phone);
        await phone.OpenAsync(Orders);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
        await phone.ScanAsync("P100033");
        await Assertions.Expect(phone.Page.Locator("#affordable")).ToBeVisibleAsync();
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await phone.OpenAsync(Orders + "/all");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await phone.Page.ClickAsync("#orders tbody a >> nth=0");
        await Assertions.Expect(phone.Page.Locator(".timeline")).ToBeVisibleAsync();
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
    }

    private async Task RedeemAsync(Visit cashier, string member)
    {
        await GrantAsync(member);
        await cashier.OpenAsync(Orders);
        await cashier.ScanAsync(member);
        await cashier.Page.Locator("#affordable tr:has-text('晴雨伞') button").ClickAsync();
        await cashier.Page.WaitForURLAsync(url => url.Contains("/redemption/orders/", StringComparison.Ordinal));
    }

    private async Task GrantAsync(string member)
    {
        var office = await chain.Host.AdministratorAsync();
        var answer = await office.PostAsJsonAsync(
            $"/api/brands/pharmacy/membership/members/{member}/adjustments",
            new { key = Guid.CreateVersion7().ToString("N"), points = 900, reason = "correction" });
        answer.EnsureSuccessStatusCode();
    }
}
