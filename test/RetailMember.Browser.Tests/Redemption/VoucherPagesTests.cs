using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "RD-12")]
public sealed class VoucherPagesTests(DemonstrationChain chain)
{
    private const string Definitions = "/brands/pharmacy/redemption/voucher-definitions";

    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_voucher_is_drafted_activated_given_to_one_looked_at_and_revoked()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        director.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var code = await DraftAsync(director);
        await director.PressAsync("启用");
        await Assertions.Expect(director.Page.Locator(".alert-success")).ToContainTextAsync(code);

        await director.Page.ClickAsync("a:has-text('发一张')");
        await director.FillAsync(("member", "P100040"), ("reason", "致歉"));
        await director.PressAsync("发一张");
        await director.Page.WaitForURLAsync("**/vouchers/**");
        await Assertions.Expect(director.Page.Locator("main")).ToContainTextAsync("P100040");
        (await director.BarriersAsync()).ShouldBeEmpty();

        await director.Page.ClickAsync("[data-bs-target='#revoke']");
        await director.Page.FillAsync("#revoke [name=reason]", "发错");
        await director.Page.ClickAsync("#revoke .btn-danger");
        await Assertions.Expect(director.Page.Locator("main .badge").First).ToHaveTextAsync("已作废");
        director.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Terms_that_cannot_be_are_said_beside_their_fields()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Definitions + "/new");
        await director.Page.SelectOptionAsync("[name='terms.worth']", "rate");
        await director.FillAsync(
            ("terms.name.zh-Hans", "错"), ("terms.name.en", "Wrong"), ("definition", "wrong"), ("terms.payRate", "1.2"));
        await director.PressAsync("保存");

        await Assertions.Expect(director.Page.Locator("#field-terms-payRate-faults")).ToBeVisibleAsync();
        (await director.Page.InputValueAsync("[name='terms.name.en']")).ShouldBe("Wrong");
        (await director.BarriersAsync()).ShouldBeEmpty();
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_tells_how_far_it_came()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Definitions + "/refill-30/bulk");
        await director.FillAsync(("members", "P100071\nP100072, P100073"), ("reason", "回访"));
        await director.PressAsync("开始发放");
        await director.Page.WaitForURLAsync("**/voucher-batches/**");
        await Assertions.Expect(director.Page.Locator("#batch .badge").First).ToContainTextAsync("已完成", Patient);
        await Assertions.Expect(director.Page.Locator("#batch")).ToContainTextAsync("3 / 3");
        director.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_batch_is_seen_on_its_way_and_at_its_end()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Definitions + "/refill-30/bulk");
        await director.FillAsync(
            ("members", string.Join('\n', Enumerable.Range(1, 118).Select(n => $"P{100_000 + n}"))), ("reason", "换季回访"));
        HeldProgress.Hold();
        try
        {
            await director.PressAsync("开始发放");
            await director.Page.WaitForURLAsync("**/voucher-batches/**");
            await Assertions.Expect(director.Page.Locator("#batch")).ToContainTextAsync("100 / ", Patient);
            await Assertions.Expect(director.Page.Locator("#batch .badge").First).ToContainTextAsync("发放中");
            (await director.BarriersAsync()).ShouldBeEmpty();
        }
        finally
        {
            HeldProgress.Release();
        }

        await Assertions.Expect(director.Page.Locator("#batch .badge").First).ToContainTextAsync("已完成", Patient);
        (await director.Page.Locator("#batch progress").GetAttributeAsync("value"))
            .ShouldBe(await director.Page.Locator("#batch progress").GetAttributeAsync("max"));
        director.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_is_shown_on_request_as_text_and_as_QR_code()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync(Definitions + "/welcome-10");
        await cashier.Page.ClickAsync("#issued tbody a >> nth=0");
        await cashier.PressAsync("查看券码");
        (await cashier.Page.Locator("[data-voucher-code]").InnerTextAsync()).ShouldMatch("^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$");
        (await cashier.Page.Locator("img.qr").GetAttributeAsync("src"))!.ShouldStartWith("data:image/png;base64,");
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        cashier.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_funnel_is_drawn_and_lists_are_exported()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Definitions);
        await Assertions.Expect(director.Page.Locator(".chart canvas")).ToHaveCountAsync(3);
        (await director.BarriersAsync()).ShouldBeEmpty();
        foreach (var address in (string[])[Definitions, Definitions + "/refill-30"])
        {
            var file = await director.Page.RunAndWaitForDownloadAsync(
                () => director.Page.EvaluateAsync($"location.assign('{address}/export.csv')"));
            (await File.ReadAllTextAsync(await file.PathAsync())).Split('\n').Length.ShouldBeGreaterThan(4);
        }
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_bar_of_a_chart_of_things_by_name_has_its_label(int width)
    {
        await using var visit = await chain.VisitAsync("pharmacy.director", new VisitOptions { Width = width });
        foreach (var (address, title) in ((string, string)[])[
            (Definitions, "各券去向"), ("/brands/pharmacy/redemption/gift-rules", "赠礼去向")])
        {
            await visit.OpenAsync(address);
            var chart = visit.Page.Locator($"[data-chart][aria-label='{title}']");
            await Assertions.Expect(chart.Locator("canvas")).ToBeVisibleAsync();
            (await chart.EvaluateAsync<string[]>(
                "e => echarts.getInstanceByDom(e).getModel().getComponent('yAxis').axis.getViewLabels().map(l => l.rawLabel)"))
                .ShouldBe(await chart.EvaluateAsync<string[]>("e => JSON.parse(e.dataset.chart).labels"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/refill-30")]
    [InlineData("/new")]
    [InlineData("/refill-30/issue")]
    [InlineData("/refill-30/bulk")]
    public async Task Voucher_pages_fit_a_phone(string path)
    {
        await using var phone = await chain.VisitAsync("pharmacy.director", VisitOptions.Phone);
        (await phone.Page.GotoAsync(Definitions + path))!.Status.ShouldBe(200);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_edit_sees_the_list_and_not_the_form()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        (await cashier.Page.GotoAsync(Definitions))!.Status.ShouldBe(200);
        (await cashier.Page.Locator("a[href$='/new']").CountAsync()).ShouldBe(0);
        foreach (var path in (string[])["/new", "/refill-30/edit", "/refill-30/bulk"])
            (await cashier.Page.GotoAsync(Definitions + path))!.Status.ShouldBe(403);
    }

    private static async Task<string> DraftAsync(Visit director)
    {
        var code = "page-" + Guid.CreateVersion7().ToString("N");
        await director.OpenAsync(Definitions + "/new");
        await director.FillAsync(
            ("terms.name.zh-Hans", "试用券"), ("terms.name.en", "Trial"), ("definition", code), ("terms.amount", "8.80"));
        await director.PressAsync("保存");
        await director.Page.WaitForURLAsync("**/voucher-definitions/" + code);
        return code;
    }
}
