using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Membership;

[Trait("Req", "CORE-36")]
public sealed class TagTests(DemonstrationChain chain)
{
    private const string Membership = "/brands/apparel/membership";

    [Fact]
    public async Task The_list_tells_how_many_have_each_tag_and_leads_to_its_members()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync(Membership + "/tags");
        await Assertions.Expect(office.Page.Locator("#tags tbody")).ToContainTextAsync("高客单会员");
        await office.OpenAsync(Membership + "/tags/sleeping");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "查看会员" }).ClickAsync();
        await office.Page.WaitForURLAsync("**/members?tag=sleeping");
        await office.Page.Locator("#members tbody tr a").First.ClickAsync();
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "客户画像" }).ClickAsync();
        var held = office.Page.Locator("details", new() { HasText = "沉睡会员" }).First;
        await held.Locator("summary").ClickAsync();
        await Assertions.Expect(held).ToContainTextAsync("距上次消费天数 ≥ 180");
        office.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rule_is_drafted_tried_and_activated()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync(Membership + "/tags/new/automatic");
        await office.Page.FillAsync("[name='terms.name.zh-Hans']", "配饰常客");
        await office.Page.FillAsync("[name='terms.name.en']", "Buy accessories");
        await office.Page.FillAsync("[name=tag]", "accessories");
        await office.Page.SelectOptionAsync("[name='terms.conditions[0].measure']", "receipts");
        await office.Page.FillAsync("[name='terms.conditions[0].categories']", "配饰");
        await office.Page.FillAsync("[name='terms.conditions[0].atLeast']", "1");
        await ExampleAsync(office, 0, "买过一次", "2026-03-01 88.00 配饰", mustHave: true);
        await ExampleAsync(office, 1, "买的是女装", "2026-03-01 88.00 女装", mustHave: false);
        await office.Page.ClickAsync("form[data-form] button.btn-primary");

        await Assertions.Expect(office.Page.Locator("[data-preview]")).ToContainTextAsync("位会员符合");
        (await office.Page.Locator(".badge", new() { HasText = "不一致" }).CountAsync()).ShouldBe(0);
        office.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "启用第 1 版" }).ClickAsync();
        await Assertions.Expect(office.Page.Locator(".alert-success")).ToBeVisibleAsync();
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("已启用");
    }

    [Fact]
    public async Task A_person_gives_a_tag_with_a_reason_and_takes_it_away()
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync(Membership + "/members/A100060/tags");
        await office.Page.SelectOptionAsync("[name=tag]", "family-of-staff");
        await office.Page.FillAsync("[name=reason]", "店长家属");
        await office.Page.ClickAsync("form[data-form] button.btn-primary");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("店长家属");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "去掉标签" }).ClickAsync();
        await office.Page.FillAsync("[name=reason]", "离职");
        await office.Page.ClickAsync("form[data-form] button.btn-danger");
        await Assertions.Expect(office.Page.Locator(".alert-success")).ToBeVisibleAsync();
        office.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/tags")]
    [InlineData("/tags/lover")]
    [InlineData("/tags/lover/edit")]
    [InlineData("/tags/new/manual")]
    [InlineData("/members/A100050/analysis")]
    [InlineData("/members/A100050/tags")]
    public async Task Pages_fit_a_phone_and_are_open_to_everybody(string page)
    {
        await using var office = await chain.VisitAsync("admin", VisitOptions.Phone);
        await office.OpenAsync(Membership + page);
        (await office.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await office.BarriersAsync()).ShouldBeEmpty();
        office.Complaints.ShouldBeEmpty();
    }

    private static async Task ExampleAsync(Visit office, int row, string title, string receipts, bool mustHave)
    {
        await office.Page.FillAsync($"[name='terms.examples[{row}].title']", title);
        await office.Page.FillAsync($"[name='terms.examples[{row}].on']", "2026-03-02");
        await office.Page.FillAsync($"[name='terms.examples[{row}].receipts']", receipts);
        if (mustHave) await office.Page.CheckAsync($"[name='terms.examples[{row}].mustHave']");
    }
}
