using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Engagement;

/// <summary>What a member does on his own phone: he goes to an event, answers a survey, and says what he thinks.</summary>
[Trait("Req", "CORE-38"), Trait("Req", "CORE-39"), Trait("Req", "OPS-12")]
public sealed class OwnEngagementPagesTests(DemonstrationChain chain)
{
    private const string Own = "/m/pharmacy/engagement/";

    [Fact]
    public async Task A_member_signs_up_for_an_event_with_a_guest_and_takes_it_back()
    {
        await using var phone = await MemberAsync("17710000021");
        await FitsAsync(phone, "events");
        await phone.Page.ClickAsync($"a[href$='{Own}events/open-day']");
        await FitsAsync(phone, "events/open-day");

        await phone.Page.SelectOptionAsync("[name=guests]", "1");
        await phone.PressAsync("报名");
        await phone.ShouldSayAsync("报名成功");
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("到场出示");
        (await phone.BarriersAsync()).ShouldBeEmpty();

        await phone.PressAsync("取消报名");
        await phone.ShouldSayAsync("报名已取消");
        await Assertions.Expect(phone.Page.Locator("[name=guests]")).ToBeVisibleAsync();
        phone.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_answers_a_survey_once_and_gets_its_points()
    {
        await using var phone = await MemberAsync("17710000022");
        await FitsAsync(phone, "surveys");
        await phone.Page.ClickAsync($"a[href$='{Own}surveys/satisfaction']");
        await FitsAsync(phone, "surveys/satisfaction");

        await phone.Page.CheckAsync("[name=q1][value='5']");
        await phone.Page.CheckAsync("[name=q2][value='9']");
        await phone.Page.CheckAsync("[name=q3][value='2']");
        await phone.Page.FillAsync("[name=q5]", "服务周到。");
        await phone.Page.Locator("form[data-form] button.btn-primary").PressAsync("Enter");

        await phone.ShouldSayAsync("获得 10 积分");
        (await phone.Page.Locator($"a[href$='{Own}surveys/satisfaction']").CountAsync()).ShouldBe(0);
        phone.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_says_what_he_thinks_and_adds_to_it()
    {
        await using var phone = await MemberAsync("17710000023");
        await FitsAsync(phone, "tickets");

        await phone.Page.FillAsync("[name=text]", "希望多开一个收银台。");
        await phone.Page.ClickAsync("form[data-form] button.btn-primary");
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("希望多开一个收银台。");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();

        await phone.Page.FillAsync("[name=text]", "周末尤其需要。");
        await phone.Page.ClickAsync("form[data-form] button.btn-primary");
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("周末尤其需要。");
        await FitsAsync(phone, "tickets");
        (await phone.Page.Locator("nav.phone-list a").CountAsync()).ShouldBe(1);
        phone.Complaints.ShouldBeEmpty();
    }

    private async Task<Visit> MemberAsync(string mobile)
    {
        var phone = await chain.VisitAsync(VisitOptions.Phone);
        phone.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await chain.JoinAsync(phone, "/m/pharmacy/join?store=north", mobile, "小郑");
        return phone;
    }

    private static async Task FitsAsync(Visit phone, string path)
    {
        await phone.OpenAsync(Own + path);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, path);
        (await phone.BarriersAsync()).ShouldBeEmpty(path);
    }
}
