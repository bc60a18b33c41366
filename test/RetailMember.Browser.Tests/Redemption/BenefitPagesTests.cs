using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "CORE-21"), Trait("Req", "CORE-54")]
public sealed class BenefitPagesTests(DemonstrationChain chain)
{
    private const string Redemption = "/brands/pharmacy/redemption";
    private const string Benefits = Redemption + "/benefits";

    [Fact]
    public async Task A_benefit_is_made_granted_by_name_used_at_the_counter_up_to_its_number_and_ended()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        director.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var code = "page-" + Guid.CreateVersion7().ToString("N");
        var name = "试用权益" + code[^6..];
        await director.OpenAsync(Benefits + "/new");
        await director.FillAsync(
            ("terms.name.zh-Hans", name), ("terms.name.en", "Trial"), ("benefit", code), ("terms.shares[0].who", "tiers"),
            ("terms.shares[0].most", "1"));
        await director.PressAsync("保存");
        await Assertions.Expect(director.Page.Locator("#field-terms-shares-0--tiers-faults")).ToBeVisibleAsync();
        (await director.Page.InputValueAsync("[name='terms.name.en']")).ShouldBe("Trial");
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.FillAsync(("terms.shares[0].who", "granted"));
        await director.PressAsync("保存");
        await director.Page.WaitForURLAsync("**/benefits/" + code);
        await Assertions.Expect(director.Page.Locator("main")).ToContainTextAsync("所有会员中指定的会员：每月 1 次");
        (await director.BarriersAsync()).ShouldBeEmpty();

        await director.Page.ClickAsync("a:has-text('指定会员')");
        await director.FillAsync(("members", "P100061\nnobody"), ("reason", "试用"));
        await director.PressAsync("授予");
        await Assertions.Expect(director.Page.Locator("main .alert-danger")).ToContainTextAsync("第 2 行：没有会员 nobody");
        (await director.Page.InputValueAsync("[name=members]")).ShouldContain("P100061");
        await director.FillAsync(("members", "P100061"));
        await director.PressAsync("授予");
        await Assertions.Expect(director.Page.Locator("#grants tbody")).ToContainTextAsync("P100061");
        (await director.BarriersAsync()).ShouldBeEmpty();

        await UseAsync(name);

        await director.OpenAsync($"{Benefits}/{code}");
        await Assertions.Expect(director.Page.Locator("#uses tbody")).ToContainTextAsync("P100061");
        await director.OpenAsync($"{Benefits}/{code}/grants");
        await director.PressAsync("撤销");
        await Assertions.Expect(director.Page.Locator("#grants tbody")).ToContainTextAsync("已撤销");
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_sees_on_his_shelf_what_he_may_still_have()
    {
        await using var phone = await chain.VisitAsync("pharmacy.cashier", VisitOptions.Phone);
        await phone.OpenAsync(Redemption + "/shelf");
        await phone.FillAsync(("member", "P100002"));
        await phone.PressAsync("打开");
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("会员日优惠");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/member-day")]
    [InlineData("/new")]
    [InlineData("/member-day/edit")]
    [InlineData("/consultation/grants")]
    public async Task Benefit_pages_fit_a_phone(string path)
    {
        await using var phone = await chain.VisitAsync("pharmacy.director", VisitOptions.Phone);
        (await phone.Page.GotoAsync(Benefits + path))!.Status.ShouldBe(200);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_are_exported_and_forms_are_for_those_who_may_edit()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        foreach (var address in (string[])[Benefits, Benefits + "/member-day", Benefits + "/consultation/grants"])
        {
            (await cashier.Page.GotoAsync(address))!.Status.ShouldBe(200);
            var file = await cashier.Page.RunAndWaitForDownloadAsync(
                () => cashier.Page.EvaluateAsync($"location.assign('{address}/export.csv')"));
            (await File.ReadAllTextAsync(await file.PathAsync())).Split('\n').Length.ShouldBeGreaterThan(2);
        }

        foreach (var path in (string[])["/new", "/member-day/edit"])
            (await cashier.Page.GotoAsync(Benefits + path))!.Status.ShouldBe(403);
    }

    private async Task UseAsync(string name)
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        cashier.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await cashier.OpenAsync(Redemption + "/orders");
        await cashier.ScanAsync("P100061");
        var own = cashier.Page.Locator($"#benefits-of-member tr:has-text('{name}')");
        await Assertions.Expect(own).ToContainTextAsync("本月还有 1 次");
        (await cashier.BarriersAsync()).ShouldBeEmpty();
        await own.Locator("button").ClickAsync();
        await Assertions.Expect(cashier.Page.Locator(".alert-success")).ToContainTextAsync("本期还有 0 次");
        await cashier.ScanAsync("P100061");
        await Assertions.Expect(own).ToContainTextAsync("本月还有 0 次");
        (await own.Locator("button").CountAsync()).ShouldBe(0);
        cashier.Complaints.ShouldBeEmpty();
    }
}
