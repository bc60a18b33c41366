using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Membership;

public sealed class MemberTests(DemonstrationChain chain)
{
    private const string Members = "/brands/pharmacy/membership/members";

    [Fact]
    public async Task A_whole_number_leads_straight_to_the_member()
    {
        await using var clerk = await chain.VisitAsync("pharmacy.director");
        await clerk.OpenAsync("/brands/pharmacy/membership/overview");
        await clerk.Page.FillAsync("main [name=search]", "P100040");
        await clerk.Keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync("**/members/P100040");
        clerk.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_stay_in_the_address()
    {
        await using var clerk = await chain.VisitAsync("pharmacy.director");
        await clerk.OpenAsync(Members);
        await clerk.Page.SelectOptionAsync("[name=tierCode]", "silver");
        await clerk.Page.WaitForURLAsync("**/members?**tierCode=silver**");
        foreach (var badge in await clerk.Page.Locator("#members tbody tr td:nth-child(3)").AllInnerTextsAsync())
            badge.ShouldContain("银卡");
    }

    [Fact]
    public async Task A_new_member_is_enrolled_and_a_mobile_that_is_none_is_said_beside_its_field()
    {
        await using var clerk = await chain.VisitAsync("pharmacy.cashier");
        await clerk.OpenAsync(Members + "/new");
        await clerk.Page.FillAsync("[name=name]", "试用客");
        await clerk.Page.FillAsync("[name=mobile]", "123");
        await clerk.Page.ClickAsync("form[data-form] button.btn-primary");
        await Assertions.Expect(clerk.Page.Locator("#field-mobile-faults")).ToBeVisibleAsync();
        (await clerk.Page.InputValueAsync("[name=name]")).ShouldBe("试用客");

        await clerk.Page.FillAsync("[name=mobile]", "13912345678");
        await clerk.Page.ClickAsync("form[data-form] button.btn-primary");
        await clerk.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await Assertions.Expect(clerk.Page.Locator(".alert-success")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_ledger_says_why_a_number_is_what_it_is()
    {
        await using var clerk = await chain.VisitAsync("pharmacy.director");
        await clerk.OpenAsync(Members + "/P100050/ledger");
        await clerk.Page.Locator("#ledger tbody tr:has-text('消费得分') button").First.ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("#ledger .why").First).ToContainTextAsync("方案第");
        await clerk.Page.Locator("button[hx-target='#balance-why']").ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("#balance-why li").First).ToBeVisibleAsync();
        clerk.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Personal_data_is_masked_until_somebody_who_may_asks_for_it()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Members + "/P100050");
        var mobile = director.Page.Locator(".masked").Nth(1);
        (await mobile.InnerTextAsync()).ShouldContain("****");
        await mobile.Locator("button").ClickAsync();
        await director.Page.FillAsync("[name=reason]", "顾客来电核对");
        await director.Page.Locator("form.masked button").ClickAsync();
        await Assertions.Expect(director.Page.Locator(".masked").Nth(1)).Not.ToContainTextAsync("****");

        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        await cashier.OpenAsync(Members + "/P100050");
        (await cashier.Page.Locator(".masked button").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_correction_above_the_limit_waits_for_a_second_person()
    {
        await using var asking = await chain.VisitAsync("pharmacy.manager");
        await asking.OpenAsync(Members + "/P100060/adjust");
        await asking.Page.FillAsync("[name=points]", "5000");
        await asking.Page.SelectOptionAsync("[name=reason]", "goodwill");
        await asking.Page.ClickAsync("form[data-form] button.btn-primary");
        await Assertions.Expect(asking.Page.Locator(".alert-warning")).ToBeVisibleAsync();

        await using var deciding = await chain.VisitAsync("pharmacy.director");
        deciding.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await deciding.OpenAsync("/brands/pharmacy/membership/adjustments?status=requested");
        await deciding.Page.Locator("#adjustments tbody tr", new() { HasText = "P100060" }).Locator("button.btn-primary").ClickAsync();
        await Assertions.Expect(deciding.Page.Locator(".alert-success")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_card_is_bound_and_names_the_member_at_the_till()
    {
        await using var clerk = await chain.VisitAsync("pharmacy.cashier");
        await clerk.OpenAsync(Members + "/P100070/cards");
        await clerk.ScanAsync("KARTE-000123");
        await Assertions.Expect(clerk.Page.GetByText("KARTE-000123").First).ToBeVisibleAsync();
        await clerk.OpenAsync("/brands/pharmacy/membership/till");
        await clerk.ScanAsync("karte-000123");
        await Assertions.Expect(clerk.Page.Locator("#till-member")).ToContainTextAsync("P100070");
    }

    [Fact, Trait("Req", "CORE-01")]
    public async Task Care_is_recorded_in_the_file_due_on_the_stores_list_and_followed_up()
    {
        await using var manager = await chain.VisitAsync("pharmacy.manager");
        await manager.OpenAsync(Members + "/P100080/care");
        var today = await manager.Page.EvaluateAsync<string>(
            "new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())");
        await manager.Page.SelectOptionAsync("[name=kind]", "visit");
        await manager.Page.FillAsync("[name=note]", "陪同量血压，今日再联系");
        await manager.Page.FillAsync("[name=followUpOn]", today);
        await manager.Page.ClickAsync("form[data-form] button.btn-primary");
        await Assertions.Expect(manager.Page.Locator(".timeline")).ToContainTextAsync("陪同量血压");

        await manager.OpenAsync("/brands/pharmacy/membership/follow-ups");
        await manager.Page.Locator("#follow-ups tbody tr", new() { HasText = "P100080" }).Locator("button.btn-primary").ClickAsync();
        await Assertions.Expect(manager.Page.Locator(".alert-success")).ToBeVisibleAsync();
        (await manager.Page.Locator("#follow-ups tbody tr", new() { HasText = "P100080" }).CountAsync()).ShouldBe(0);
        await manager.OpenAsync(Members + "/P100080/care");
        await Assertions.Expect(manager.Page.Locator(".timeline .badge")).ToHaveTextAsync("已回访");
        manager.Complaints.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-01")]
    public async Task The_analysis_draws_months_and_preferences()
    {
        await using var clerk = await chain.VisitAsync("pharmacy.director");
        await clerk.OpenAsync(Members + "/P100050/analysis");
        await Assertions.Expect(clerk.Page.GetByText("客单价", new() { Exact = true })).ToBeVisibleAsync();
        (await clerk.Page.Locator("main .chart").CountAsync()).ShouldBe(4, "months, categories, hours and stores");
        clerk.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/P100050")]
    [InlineData("/P100050/ledger")]
    [InlineData("/P100050/purchases")]
    [InlineData("/P100050/tiers")]
    [InlineData("/P100050/analysis")]
    [InlineData("/P100050/care")]
    [InlineData("/P100050/adjust")]
    [InlineData("/new")]
    public async Task Member_pages_fit_a_phone_and_are_open_to_everybody(string page)
    {
        await using var clerk = await chain.VisitAsync("pharmacy.director", VisitOptions.Phone);
        await clerk.OpenAsync(Members + page);
        (await clerk.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await clerk.BarriersAsync()).ShouldBeEmpty();
        clerk.Complaints.ShouldBeEmpty();
    }
}
