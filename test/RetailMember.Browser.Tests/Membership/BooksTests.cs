using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Membership;

[Trait("Req", "OPS-08")]
public sealed class BooksTests(DemonstrationChain chain)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task Books_are_proven_at_the_press_of_a_button_as_of_any_day()
    {
        await using var director = await chain.VisitAsync("restaurant.director");
        await director.OpenAsync("/brands/restaurant/membership/books");
        var before = await director.Page.Locator("#checks tbody tr").CountAsync();
        await director.PressAsync("立即核对");
        await Assertions.Expect(director.Page.Locator("#books")).ToContainTextAsync("账目无误", Patient);
        await Assertions.Expect(director.Page.Locator("#units tbody tr")).ToHaveCountAsync(4);
        await Assertions.Expect(director.Page.Locator(".chart canvas")).ToHaveCountAsync(2);
        (await director.BarriersAsync()).ShouldBeEmpty();

        await director.FillAsync(("asOf", "2026-06-30"));
        await director.PressAsync("立即核对");
        await Assertions.Expect(director.Page.Locator("#books .alert-success")).ToContainTextAsync("2026-06-30", Patient);
        await Assertions.Expect(director.Page.Locator(".chart canvas")).ToHaveCountAsync(3);
        await Assertions.Expect(director.Page.Locator("#checks tbody tr")).ToHaveCountAsync(before + 2);
        await director.FillAsync(("asOf", "2126-06-30"));
        await director.Page.EvaluateAsync("document.querySelector('main form').noValidate = true");
        await director.PressAsync("立即核对");
        await Assertions.Expect(director.Page.Locator("#field-asOf-faults")).ToBeVisibleAsync();
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_office_proves_every_brand_at_once_and_sees_them_side_by_side()
    {
        await using var admin = await chain.VisitAsync("admin");
        await admin.OpenAsync("/membership/books");
        await admin.PressAsync("核对所有品牌");
        foreach (var brand in new[] { "pharmacy", "restaurant", "apparel" })
            await Assertions.Expect(admin.Page.Locator($"#brands tbody tr:has(a[href^='/brands/{brand}/'])"))
                .ToContainTextAsync("账目无误", Patient);
        (await admin.BarriersAsync()).ShouldBeEmpty();
        admin.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("finance", "/brands/pharmacy/membership/books")]
    [InlineData("finance", "/membership/books")]
    public async Task Books_fit_a_phone(string person, string address)
    {
        await using var phone = await chain.VisitAsync(person, VisitOptions.Phone);
        (await phone.Page.GotoAsync(address))!.Status.ShouldBe(200);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
    }

    [Theory]
    [InlineData("pharmacy.director", "overview")]
    [InlineData("pharmacy.cashier", "till")]
    public async Task The_modules_address_leads_to_where_somebodys_day_begins(string person, string page)
    {
        await using var visit = await chain.VisitAsync(person);
        (await visit.Page.GotoAsync("/brands/pharmacy/membership"))!.Status.ShouldBe(200);
        new Uri(visit.Page.Url).AbsolutePath.ShouldStartWith("/brands/pharmacy/membership/" + page);
    }
}
