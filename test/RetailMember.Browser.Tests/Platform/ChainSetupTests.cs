using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Platform;

/// <summary>Head office opens a brand and keeps its rights in order.</summary>
public sealed class ChainSetupTests(DemonstrationChain chain)
{
    [Fact]
    [Trait("Req", "OPS-18")]
    public async Task A_brand_is_opened_with_its_first_store_and_till()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync("/platform/brands/new");
        await office.FillAsync(("name", "清心茶饮"), ("code", "tea"), ("timeZone", "Asia/Shanghai"));
        await office.PressAsync("保存");

        await office.ShouldSayAsync("请添加第一家门店");
        await office.FillAsync(("code", "T 01"), ("name", "一号店"), ("area", "城东"));
        await office.PressAsync("保存");
        await office.ShouldSayAsync("门店 T 01 已创建");

        await office.OpenAsync("/brands/tea/platform/tills/new");
        await office.FillAsync(("storeCode", "T 01"), ("name", "1 号收银台"));
        await office.PressAsync("登记并生成密钥");
        (await office.Page.Locator("[data-select]").GetAttributeAsync("value"))!.ShouldStartWith("rm_till_");

        await office.OpenAsync("/brands/tea/platform/tills");
        await office.PressAsync("吊销");
        await office.Page.Locator(".modal.show button.btn-danger").ClickAsync();
        await office.ShouldSayAsync("密钥已吊销");
        office.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_entered_stays_beside_the_refusal()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync("/brands/pharmacy/platform/stores/new");

        await office.FillAsync(("code", "north"), ("name", "又一家"), ("area", "城北"));
        await office.PressAsync("保存");

        await office.ShouldSayAsync("代码 north 已被使用");
        await Assertions.Expect(office.Page.Locator("[name=name]")).ToHaveValueAsync("又一家");
        office.Faults().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "OPS-16")]
    public async Task A_role_made_like_another_can_be_given_and_taken()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync("/platform/roles/new?like=cashier");
        await office.FillAsync(("name", "见习收银员"), ("code", "trainee"));
        await office.PressAsync("创建角色");
        await office.ShouldSayAsync("角色 trainee 已创建");

        await office.OpenAsync("/platform/people?search=apparel.guide");
        await office.Page.Locator("#people a", new() { HasText = "罗雪" }).ClickAsync();
        await office.FillAsync(("role", "trainee"), ("scope", "store:apparel/mall"));
        await office.PressAsync("授予角色");
        await office.ShouldSayAsync("角色已授予");

        office.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await office.Page.Locator("li", new() { HasText = "见习收银员" }).GetByRole(AriaRole.Button).ClickAsync();
        await office.ShouldSayAsync("角色已收回");
        office.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_is_run_by_hand_and_its_run_is_told()
    {
        await using var office = await chain.VisitAsync("admin");
        office.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await office.OpenAsync("/platform/jobs");

        await office.Page.Locator("tr", new() { HasText = "清理旧的运行记录" }).GetByRole(AriaRole.Button).ClickAsync();

        await office.ShouldSayAsync("已加入队列");
        var succeeded = office.Page.Locator("#runs .badge", new() { HasText = "成功" }).First;
        await Assertions.Expect(succeeded).ToBeVisibleAsync(new() { Timeout = 60_000 });
        office.Complaints.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "OPS-05")]
    public async Task The_audit_trail_tells_who_did_what_and_can_be_taken_along()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync("/platform/settings/Platform.ChainName");
        await office.FillAsync(("value", "康宁集团"));
        await office.PressAsync("保存");
        await Assertions.Expect(office.Page.Locator("aside .navbar-brand")).ToContainTextAsync("康宁集团");

        await office.OpenAsync("/platform/audit");
        await office.Page.Locator("#filter-useCase").SelectOptionAsync("platform.change-setting");
        await Assertions.Expect(office.Page.Locator("#audit tbody tr").First).ToContainTextAsync("修改设置");
        await office.Page.Locator("#audit summary").First.ClickAsync();
        await Assertions.Expect(office.Page.Locator("#audit pre").First).ToContainTextAsync("康宁集团");

        await office.PressAsync("导出");
        var csv = office.Page.GetByText("CSV", new() { Exact = true });
        var file = await office.Page.RunAndWaitForDownloadAsync(() => csv.ClickAsync());
        (await File.ReadAllTextAsync((await file.PathAsync())!)).ShouldContain("修改设置");
        office.Complaints.ShouldBeEmpty();
    }
}
