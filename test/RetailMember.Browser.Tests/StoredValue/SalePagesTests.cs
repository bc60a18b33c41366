using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.StoredValue;

/// <summary>Selling a card, taking it back and doubting a commission, each by the people whom it needs.</summary>
public sealed class SalePagesTests(DemonstrationChain chain)
{
    private const string Root = "/brands/restaurant/storedvalue/";

    private static readonly string[] Pages =
    [
        "sales", "sales/new", "my-cards", "settlements", "settlements/1", "sales-report", "sales-report?by=store&period=day", "finance",
        "sales-plan", "sales-plan/division", "sales-plan/division?over=channel", "sales-report?by=channel", "prospects", "commission-rules",
        "assessments", "unexpected-payments", "left-customers",
    ];

    [Theory, Trait("Req", "SV-09"), Trait("Req", "OPS-20")]
    [InlineData("zh-CN", 1440)]
    [InlineData("en-US", 390)]
    public async Task Every_page_fits_and_bars_nobody(string language, int width)
    {
        await using var visit = await chain.VisitAsync(
            "restaurant.director", new VisitOptions { Language = language, Width = width, Height = 900 });
        foreach (var path in Pages)
        {
            await visit.OpenAsync(Root + path);
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, path);
            (await visit.BarriersAsync()).ShouldBeEmpty(path);
        }

        visit.Complaints.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-16")]
    public async Task A_card_is_sold_paid_loaded_and_delivered_and_taken_back_by_two_others()
    {
        await using var seller = await chain.VisitAsync("restaurant.general");
        await seller.OpenAsync(Root + "sales/new");
        await seller.FillAsync(("cardType", "experience"), ("principal", "730"), ("paymentMethod", "bankCard"));
        await seller.PressAsync("开单");
        await seller.Page.WaitForURLAsync("**/sales/*");
        (await seller.Page.Locator("form[action$='/loading'], [data-bs-target='#pay']").CountAsync()).ShouldBe(0, "He sells it.");
        var sale = seller.Page.Url;

        await using var cashier = await chain.VisitAsync("restaurant.cashier");
        await cashier.OpenAsync(sale);
        await ConfirmAsync(cashier, "pay", ("paymentReference", "POS-1"));
        await cashier.Page.ClickAsync("form[action$='/loading'] button");
        await StateShouldBeAsync(cashier, "已充值");
        await cashier.Page.ClickAsync("form[action$='/delivery'] button");
        await StateShouldBeAsync(cashier, "已交付");

        await using var finance = await chain.VisitAsync("finance");
        await finance.OpenAsync(sale);
        await finance.Page.ClickAsync("[data-bs-target='#refund']");
        await finance.Page.SelectOptionAsync("#refund [name=payout]", "bankAccount");
        await SendAsync(
            finance, "refund",
            ("reason", "七天无理由"), ("identityCheck", "身份证 尾号 2716"), ("accountName", "持卡人"), ("accountNo", "6222000011112222"));
        await StateShouldBeAsync(finance, "已交付");

        await using var director = await chain.VisitAsync("restaurant.director");
        await director.OpenAsync(sale);
        await ConfirmAsync(director, "refund-approve", ("payoutReference", "TR-1"), ("decision", "核对无误"));
        await StateShouldBeAsync(director, "已退卡");
        await Assertions.Expect(director.Page.Locator("main")).ToContainTextAsync("730.00");
    }

    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-09")]
    public async Task A_seller_doubts_a_line_and_reads_the_answer()
    {
        await using var seller = await chain.VisitAsync("restaurant.supervisor");
        await seller.OpenAsync(Root + "my-cards");
        var button = seller.Page.Locator("[data-bs-target^='#doubt-']").First;
        var dialog = (await button.GetAttributeAsync("data-bs-target"))![1..];
        await ConfirmAsync(seller, dialog, ("text", "这张卡的提成少了"));
        await seller.ShouldSayAsync("异议已提交");

        await using var finance = await chain.VisitAsync("finance");
        await finance.OpenAsync(Root + "settlements");
        var row = finance.Page.Locator("tr", new() { HasText = "这张卡的提成少了" });
        var reply = (await row.Locator("[data-bs-target]").GetAttributeAsync("data-bs-target"))![1..];
        await ConfirmAsync(finance, reply, ("answer", "按 1% 计提，数额无误"));

        await seller.OpenAsync(Root + "my-cards");
        await Assertions.Expect(seller.Page.Locator("main")).ToContainTextAsync("按 1% 计提，数额无误");
    }

    private static async Task ConfirmAsync(Visit visit, string dialog, params (string Name, string Value)[] fields)
    {
        await visit.Page.ClickAsync($"[data-bs-target='#{dialog}']");
        await SendAsync(visit, dialog, fields);
    }

    private static async Task SendAsync(Visit visit, string dialog, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await visit.Page.FillAsync($"#{dialog} [name={name}]", value);
        await visit.Page.ClickAsync($"#{dialog} .modal-footer button:not([type])");
    }

    private static Task StateShouldBeAsync(Visit visit, string state) =>
        Assertions.Expect(visit.Page.Locator("main .badge").First).ToHaveTextAsync(state);
}
