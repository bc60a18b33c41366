using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Platform;

public sealed class SignInTests(DemonstrationChain chain)
{
    [Fact]
    public async Task Whoever_asks_for_a_page_comes_to_it_after_signing_in()
    {
        await using var visit = await chain.VisitAsync();
        await visit.OpenAsync("/platform/audit?caller=admin");
        (await visit.BarriersAsync()).ShouldBeEmpty();

        await visit.FillAsync(("userName", "admin"), ("password", Visit.Password));
        await visit.Keyboard.PressAsync("Enter");

        await visit.Page.WaitForURLAsync("**/platform/audit?caller=admin");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_the_user_name_kept()
    {
        await using var visit = await chain.VisitAsync();
        await visit.OpenAsync("/sign-in");

        await visit.FillAsync(("userName", "service"), ("password", "wrong"));
        await visit.Keyboard.PressAsync("Enter");

        await visit.ShouldSayAsync("用户名、密码或验证码不正确");
        await Assertions.Expect(visit.Page.Locator("[name=userName]")).ToHaveValueAsync("service");
        await Assertions.Expect(visit.Page.Locator("[name=password]")).ToHaveValueAsync("");
        visit.Faults().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Signing_in_leads_to_no_other_site(string returnTo)
    {
        await using var visit = await chain.VisitAsync();
        await visit.OpenAsync("/sign-in?returnTo=" + Uri.EscapeDataString(returnTo));

        await visit.FillAsync(("userName", "admin"), ("password", Visit.Password));
        await visit.Keyboard.PressAsync("Enter");

        await visit.Page.WaitForURLAsync("http://127.0.0.1*/membership/overview");
    }

    [Fact]
    public async Task The_language_switch_holds_before_and_after_signing_in()
    {
        await using var visit = await chain.VisitAsync();
        await visit.OpenAsync("/sign-in");

        await visit.PressAsync("English");

        await visit.ShouldBeAtAsync("Sign in");
        await visit.SignInAsync("admin");
        await visit.OpenAsync("/platform/people");
        await visit.ShouldBeAtAsync("People");
    }

    [Fact]
    public async Task After_signing_out_the_pages_are_closed()
    {
        await using var visit = await chain.VisitAsync("finance");
        await visit.OpenAsync("/");

        await visit.Page.Locator("header .user-button").ClickAsync();
        await visit.PressAsync("退出登录");
        await visit.ShouldSayAsync("已退出登录");
        await visit.OpenAsync("/platform/account");

        visit.Page.Url.ShouldContain("/sign-in?returnTo=");
        visit.Complaints.ShouldBeEmpty();
    }
}
