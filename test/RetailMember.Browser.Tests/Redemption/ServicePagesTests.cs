using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "RD-09")]
public sealed class ServicePagesTests(DemonstrationChain chain)
{
    private const string Orders = "/brands/pharmacy/redemption/orders";

    [Theory]
    [InlineData(1440, "P100085")]
    [InlineData(390, "P100086")]
    public async Task A_service_is_redeemed_served_booked_for_a_later_day_and_the_place_given_back(int width, string member)
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier", new VisitOptions { Width = width });
        cashier.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await OpenAsync(cashier, member);
        await Assertions.Expect(cashier.Page.Locator("[data-uses-left]")).ToContainTextAsync("3 / 3");
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        (await cashier.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await cashier.Keyboard.PressAsync("F9");
        await Assertions.Expect(cashier.Page.Locator("[data-uses-left]")).ToContainTextAsync("2 / 3");
        await Assertions.Expect(cashier.Page.Locator(".timeline-event")).ToHaveCountAsync(1);

        // Once a month: the next one is for the month after.
        var later = chain.Host.Time.GetUtcNow().AddHours(8).AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await cashier.Page.FillAsync("[name=businessDate]", later);
        await cashier.Page.FillAsync("[name=time]", "14:30");
        await cashier.Page.ClickAsync("form[action$='/bookings'] .btn-primary");
        var booked = cashier.Page.Locator("#bookings tbody tr", new() { HasTextString = later });
        await Assertions.Expect(booked).ToContainTextAsync("14:30");
        await Assertions.Expect(booked).ToContainTextAsync("已预约");
        (await cashier.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await cashier.BarriersAsync()).ShouldBeEmpty();

        await booked.Locator("button").ClickAsync();
        await Assertions.Expect(cashier.Page.Locator("#bookings tbody")).ToContainTextAsync("已取消");
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_served_or_booked_is_said_in_words()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await OpenAsync(cashier, "P100087");
        await cashier.Keyboard.PressAsync("F9");
        await Assertions.Expect(cashier.Page.Locator("[data-uses-left]")).ToContainTextAsync("2 / 3");
        await cashier.Page.Locator("button[data-key=F9]").ClickAsync();
        await Assertions.Expect(cashier.Page.Locator("main .alert-danger")).ToBeVisibleAsync();
        (await cashier.BarriersAsync()).ShouldBeEmpty();

        await cashier.Page.FillAsync("[name=businessDate]", "2020-01-01");
        await cashier.Page.ClickAsync("form[action$='/bookings'] .btn-primary");
        await Assertions.Expect(cashier.Page.Locator("main .alert-danger").First).ToBeVisibleAsync();
        cashier.Faults().ShouldBeEmpty();
    }

    /// <summary>The page of a service that the member has just redeemed.</summary>
    private async Task OpenAsync(Visit cashier, string member)
    {
        var office = await chain.Host.AdministratorAsync();
        foreach (var (path, body) in ((string, object)[])[
            ($"membership/members/{member}/adjustments", new { key = Key(), points = 900, reason = "correction" }),
            ("redemption/orders", new { key = Key(), member, reward = "glucose-test", points = 60, storeCode = "north" })])
            (await office.PostAsJsonAsync("/api/brands/pharmacy/" + path, body)).EnsureSuccessStatusCode();
        await cashier.OpenAsync(Orders);
        await cashier.ScanAsync(member);
        await cashier.Page.Locator("a[href*='/redemption/services/']").First.ClickAsync();
        await cashier.Page.WaitForURLAsync("**/redemption/services/**");
    }

    private static string Key() => Guid.CreateVersion7().ToString("N");
}
