using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Engagement;

/// <summary>Events, surveys and tickets, at a desk and on a phone.</summary>
public sealed class EngagementPagesTests(DemonstrationChain chain)
{
    private static readonly string[] Pages =
    [
        "events", "events-new", "events/talk", "events/open-day", "events/open-day/door", "surveys", "surveys-new",
        "surveys/satisfaction", "tickets", "tickets-new",
    ];

    [Theory, Trait("Req", "CORE-39"), Trait("Req", "OPS-12")]
    [InlineData("zh-CN", 1440)]
    [InlineData("en-US", 390)]
    public async Task Every_page_fits_and_bars_nobody(string language, int width)
    {
        await using var visit = await chain.VisitAsync(
            "pharmacy.director", new VisitOptions { Language = language, Width = width, Height = 900 });
        foreach (var path in Pages)
        {
            await visit.OpenAsync("/brands/pharmacy/engagement/" + path);
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, path);
            (await visit.BarriersAsync()).ShouldBeEmpty(path);
        }

        visit.Complaints.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-39")]
    public async Task The_door_is_worked_by_scanner_alone()
    {
        await using var visit = await chain.VisitAsync("pharmacy.director");
        await visit.OpenAsync("/brands/pharmacy/engagement/events/talk/door");

        await visit.ScanAsync("P100015");
        await Assertions.Expect(visit.Page.Locator(".alert-success")).ToContainTextAsync("P100015");
        await visit.ScanAsync("P100015");
        await Assertions.Expect(visit.Page.Locator(".alert-warning")).ToContainTextAsync("P100015");
        await visit.ScanAsync("nobody");
        await Assertions.Expect(visit.Page.Locator(".alert-danger")).ToBeVisibleAsync();
    }
}
