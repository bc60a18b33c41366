using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "RD-04")]
public sealed class ShelfPagesTests(DemonstrationChain chain)
{
    private const string Shelf = "/brands/pharmacy/redemption/shelf";

    [Fact]
    public async Task A_members_shelf_on_a_phone_has_points_vouchers_with_codes_and_what_is_affordable()
    {
        await using var phone = await chain.VisitAsync("pharmacy.cashier", VisitOptions.Phone);
        await phone.OpenAsync(Shelf);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
        await phone.FillAsync(("member", "P100002"));
        await phone.PressAsync("打开");

        await Assertions.Expect(phone.Page.Locator(".shelf-points")).ToBeVisibleAsync();
        new Uri(phone.Page.Url).Query.ShouldBeEmpty();
        await phone.Page.Locator(".shelf-code button").First.ClickAsync();
        await Assertions.Expect(phone.Page.Locator("img.qr").First).ToBeVisibleAsync();
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
        phone.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shelf_of_nobody_is_refused_beside_the_field()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync(Shelf);
        await cashier.FillAsync(("member", "nobody"));
        await cashier.PressAsync("打开");
        await Assertions.Expect(cashier.Page.Locator(".alert-danger")).ToBeVisibleAsync();
        cashier.Faults().ShouldBeEmpty();
    }
}
