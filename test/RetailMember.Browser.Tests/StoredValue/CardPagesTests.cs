using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.StoredValue;

/// <summary>Cards at a desk: the till, the files, types, batches and closings.</summary>
public sealed class CardPagesTests(DemonstrationChain chain)
{
    private static readonly string[] Pages =
    [
        "till", "stored-value-cards", "card-types", "card-types/dining", "card-types/dining/edit", "card-types/new",
        "card-batches", "card-batches/spring-drinks", "card-batches/new", "closings",
    ];

    [Theory, Trait("Req", "SV-13"), Trait("Req", "SV-11")]
    [InlineData("zh-CN", 1440)]
    [InlineData("en-US", 390)]
    public async Task Every_page_fits_and_bars_nobody(string language, int width)
    {
        await using var visit = await chain.VisitAsync(
            "restaurant.director", new VisitOptions { Language = language, Width = width, Height = 900 });
        foreach (var path in Pages)
        {
            await visit.OpenAsync("/brands/restaurant/storedvalue/" + path);
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, path);
            (await visit.BarriersAsync()).ShouldBeEmpty(path);
        }

        visit.Complaints.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-14"), Trait("Req", "RS-07")]
    public async Task A_card_is_scanned_charged_and_its_slip_shows_both_pockets()
    {
        await using var visit = await chain.VisitAsync("restaurant.director");
        await OpenCardOfAsync(visit, "R100005");
        await visit.Page.Locator("form[action$='/reveal'] button").ClickAsync();
        var number = await visit.Page.Locator("[data-card-number]").InnerTextAsync();
        await visit.OpenAsync("/brands/restaurant/storedvalue/till?store=harbour");
        await visit.Page.FillAsync("#scan", number);
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Page.FillAsync("form[action$='/till/charge'] input[name=amount]", "110");
        await visit.Page.FillAsync("form[action$='/till/charge'] input[name=receiptNo]", "B-" + Guid.CreateVersion7().ToString("N"));
        await visit.Page.Keyboard.PressAsync("F9");

        await Assertions.Expect(visit.Page.Locator(".slip")).ToContainTextAsync("100.00");
        await Assertions.Expect(visit.Page.Locator(".slip")).ToContainTextAsync("10.00");
        await visit.Page.ClickAsync("[data-bs-target='#refund']");
        await visit.Page.ClickAsync("#refund button.btn-primary");
        await Assertions.Expect(visit.Page.Locator(".slip")).ToHaveCountAsync(2);
    }

    [Fact, Trait("Req", "SV-19"), Trait("Req", "SV-16")]
    public async Task A_card_is_blocked_released_and_asked_to_be_closed_from_its_page()
    {
        await using var visit = await chain.VisitAsync("restaurant.director");
        await OpenCardOfAsync(visit, "R100002");

        await visit.Page.ClickAsync("[data-bs-target='#block']");
        await visit.Page.FillAsync("#block input[name=note]", "电话挂失");
        await visit.Page.ClickAsync("#block .modal-footer button:not([type])");
        await visit.Page.ClickAsync("[data-bs-target='#release']");
        await visit.Page.FillAsync("#release input[name=note]", "本人带证件");
        await visit.Page.ClickAsync("#release .modal-footer button:not([type])");
        await visit.Page.ClickAsync("[data-bs-target='#closing']");
        await visit.Page.FillAsync("#closing input[name=reason]", "搬走");
        await visit.Page.FillAsync("#closing input[name=identityCheck]", "身份证");
        await visit.Page.FillAsync("#closing input[name=accountName]", "不是持卡人");
        await visit.Page.FillAsync("#closing input[name=accountNo]", "6222000011112222");
        await visit.Page.ClickAsync("#closing .modal-footer button:not([type])");

        await Assertions.Expect(visit.Page.Locator("body")).ToContainTextAsync("户名与持卡人姓名不符");
    }

    private static async Task OpenCardOfAsync(Visit visit, string member)
    {
        await visit.OpenAsync("/brands/restaurant/storedvalue/stored-value-cards");
        await visit.Page.FillAsync("main input[name=member]", member);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("tbody tr", new() { HasText = member }).Locator("a").First.ClickAsync();
    }
}
