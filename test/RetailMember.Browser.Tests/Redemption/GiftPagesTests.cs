using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "CORE-13"), Trait("Req", "CORE-32")]
public sealed class GiftPagesTests(DemonstrationChain chain)
{
    private const string Redemption = "/brands/pharmacy/redemption";
    private const string Rules = Redemption + "/gift-rules";

    [Fact]
    public async Task A_rule_is_drafted_with_faults_told_beside_fields_put_right_activated_and_ended()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        director.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var code = "page-" + Guid.CreateVersion7().ToString("N");
        await director.OpenAsync(Rules + "/new");
        await director.FillAsync(
            ("terms.name.zh-Hans", "试用赠礼"), ("terms.name.en", "Trial gift"), ("rule", code), ("terms.reason", "monthSpend"),
            ("terms.claim", "dayOfNextMonth"));
        await director.PressAsync("保存");

        foreach (var field in (string[])["terms-spend", "terms-vouchers", "terms-claim"])
            await Assertions.Expect(director.Page.Locator($"#field-{field}-faults")).ToBeVisibleAsync();
        (await director.Page.InputValueAsync("[name='terms.name.en']")).ShouldBe("Trial gift");
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.FillAsync(("terms.spend", "88000"), ("terms.dayOfNextMonth", "7"));
        await director.Page.CheckAsync("[name='terms.vouchers'][value=refill-30]");
        await director.PressAsync("保存");
        await director.Page.WaitForURLAsync("**/gift-rules/" + code);
        await Assertions.Expect(director.Page.Locator("main")).ToContainTextAsync("一个自然月消费满 ¥88,000.00，送满200减30");
        await director.PressAsync("启用");
        await Assertions.Expect(director.Page.Locator("main .badge").First).ToHaveTextAsync("启用中");
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.PressAsync("停止赠送");
        await Assertions.Expect(director.Page.Locator("main .badge").First).ToHaveTextAsync("已停止");
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gift_that_waits_is_on_the_shelf_with_its_code_and_is_handed_out_by_scanning_it()
    {
        await using var phone = await chain.VisitAsync("pharmacy.cashier", VisitOptions.Phone);
        await GiveAsync("P100060");
        await phone.OpenAsync(Redemption + "/shelf");
        await phone.FillAsync(("member", "P100060"));
        await phone.PressAsync("打开");
        var card = phone.Page.Locator(".card:has(form, .shelf-code):has-text('页面试送')").First;
        await card.Locator(".shelf-code button").ClickAsync();
        var code = await card.Locator(".h4.num").InnerTextAsync();
        (await phone.BarriersAsync()).ShouldBeEmpty();
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await phone.OpenAsync(Redemption + "/orders");
        await phone.ScanAsync("P100060");
        await Assertions.Expect(phone.Page.Locator("#gifts-of-member tbody")).ToContainTextAsync("页面试送");
        (await phone.BarriersAsync()).ShouldBeEmpty();
        await phone.OpenAsync(Redemption + "/orders");
        await phone.ScanAsync(code.Replace("-", ""));
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("优惠券立即到会员名下");
        await phone.Keyboard.PressAsync("F9");
        await Assertions.Expect(phone.Page.Locator(".alert-success")).ToContainTextAsync("赠礼已发放");
        await Assertions.Expect(phone.Page.Locator("main .badge").First).ToHaveTextAsync("已给会员");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        phone.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_could_not_be_given_is_shown_with_its_reason_and_another_voucher_is_given_in_its_place()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Redemption + "/gifts?missing=true");
        await Assertions.Expect(director.Page.Locator("#gifts tbody tr").First).ToContainTextAsync("数量已达上限");
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.Page.ClickAsync("#gifts tbody a >> nth=0");
        await director.PressAsync("再次发放");
        await Assertions.Expect(director.Page.Locator("main .alert-danger")).ToBeVisibleAsync();

        await director.FillAsync(("instead[0].newVoucher", "care-85"));
        await director.PressAsync("再次发放");
        await Assertions.Expect(director.Page.Locator(".alert-success")).ToContainTextAsync("已补发");
        await Assertions.Expect(director.Page.Locator("#parts tbody")).ToContainTextAsync("保健品85折");
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.Page.ClickAsync("[data-bs-target='#revoke']");
        await director.Page.FillAsync("#revoke [name=reason]", "试用");
        await director.Page.ClickAsync("#revoke .btn-danger");
        await Assertions.Expect(director.Page.Locator("main .badge").First).ToHaveTextAsync("已收回");
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_are_sorted_filtered_and_exported()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Rules);
        await Assertions.Expect(director.Page.Locator(".chart canvas")).ToHaveCountAsync(1);
        foreach (var sort in (string[])["gifts", "-gifts"])
        {
            await director.Page.ClickAsync("#gift-rules th a:has-text('产生')");
            await director.Page.WaitForURLAsync($"**sort={sort}*");
            var gifts = await GiftsAsync(director.Page);
            gifts.ShouldContain(number => number > 0);
            gifts.ShouldBe(sort[0] == '-' ? gifts.OrderDescending() : gifts.Order());
        }

        await director.Page.SelectOptionAsync("#filter-reason", "birthday");
        await Assertions.Expect(director.Page.Locator("#gift-rules tbody tr")).ToHaveCountAsync(1);
        (await director.BarriersAsync()).ShouldBeEmpty();
        foreach (var address in (string[])[Rules, Rules + "/birthday", Redemption + "/gifts"])
        {
            var file = await director.Page.RunAndWaitForDownloadAsync(
                () => director.Page.EvaluateAsync($"location.assign('{address}/export.csv')"));
            (await File.ReadAllTextAsync(await file.PathAsync())).Split('\n').Length.ShouldBeGreaterThan(2);
        }
    }

    [Theory]
    [InlineData("/gift-rules")]
    [InlineData("/gift-rules/anniversary")]
    [InlineData("/gift-rules/new")]
    [InlineData("/gift-rules/spend-1000/edit")]
    [InlineData("/gifts")]
    [InlineData("/gifts/new")]
    public async Task Gift_pages_fit_a_phone(string path)
    {
        await using var phone = await chain.VisitAsync("pharmacy.director", VisitOptions.Phone);
        (await phone.Page.GotoAsync(Redemption + path))!.Status.ShouldBe(200);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_edit_sees_the_rules_and_not_their_form()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        (await cashier.Page.GotoAsync(Rules))!.Status.ShouldBe(200);
        (await cashier.Page.Locator("a[href$='/new']").CountAsync()).ShouldBe(0);
        foreach (var path in (string[])["/gift-rules/new", "/gift-rules/spend-1000/edit", "/gifts/new"])
            (await cashier.Page.GotoAsync(Redemption + path))!.Status.ShouldBe(403);
    }

    private static async Task<int[]> GiftsAsync(IPage page)
    {
        var column = await page.EvalOnSelectorAsync<int>("#gift-rules th:has-text('产生')", "cell => cell.cellIndex + 1");
        var cells = await page.Locator($"#gift-rules tbody td:nth-child({column})").AllInnerTextsAsync();
        return [.. cells.Select(int.Parse)];
    }

    private async Task GiveAsync(string member)
    {
        var office = await chain.Host.AdministratorAsync();
        var answer = await office.PostAsJsonAsync(
            "/api/brands/pharmacy/redemption/gifts",
            new
            {
                key = Guid.CreateVersion7().ToString("N"), member, vouchers = new[] { "refill-30" }, claimDays = 5, reason = "页面试送",
            });
        answer.EnsureSuccessStatusCode();
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString().ShouldBe("earned");
    }
}
