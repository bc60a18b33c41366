using System.Net;
using RetailMember.Testing;

namespace RetailMember.Portal.Tests.Pages;

[Trait("Req", "CORE-38")]
public sealed class LogInPageTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    [Fact]
    public async Task A_member_logs_in_by_phone_and_sees_card_tier_and_points()
    {
        var mobile = PortalHost.Mobile();
        var memberNo = await portal.MemberAsync(mobile);
        var phone = await portal.PhoneAsync(mobile);

        var home = await phone.OpenAsync("/m/pharmacy");

        home.ShouldContain(memberNo);
        home.ShouldContain("data-card-code=\"RM");
        home.ShouldContain("member-points");
        home.ShouldNotContain(mobile);
        foreach (var page in (string[])["/membership/points", "/membership/purchases", "/me", "/card"])
            (await phone.OpenAsync("/m/pharmacy" + page)).ShouldNotContain(mobile);
    }

    [Fact]
    public async Task Nothing_of_a_member_is_kept_by_a_cache()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var phone = await portal.PhoneAsync(mobile);

        foreach (var page in (string[])["", "/membership/points", "/membership/purchases", "/me", "/card", "/log-in"])
            (await phone.GetAsync("/m/pharmacy" + page)).Headers.CacheControl?.NoStore.ShouldBe(true, page);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/m/pharmacy.evil")]
    [InlineData("/m/pharmacy/../../brands")]
    [InlineData("/m/apparel/me")]
    [InlineData("/m/pharmacy/\\evil")]
    public async Task Log_in_leads_nowhere_else(string returnTo)
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var phone = new TestBrowser(portal.Host.Client());
        await phone.OpenAsync("/m/pharmacy/log-in?returnTo=" + Uri.EscapeDataString(returnTo));
        var code = await portal.CodeAsync(mobile);

        var answer = await phone.SubmitAsync(
            "/m/pharmacy/log-in", ("mobile", mobile), ("code", code), ("returnTo", returnTo));

        answer.Headers.Location!.ToString().ShouldBe("/m/pharmacy");
    }

    [Fact]
    public async Task The_page_that_was_asked_for_comes_after_the_log_in()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var phone = new TestBrowser(portal.Host.Client());
        (await phone.GetAsync("/m/pharmacy/membership/points")).Headers.Location!.ToString()
            .ShouldBe("/m/pharmacy/log-in?returnTo=%2Fm%2Fpharmacy%2Fmembership%2Fpoints");
        await phone.OpenAsync("/m/pharmacy/log-in");
        var code = await portal.CodeAsync(mobile);

        var answer = await phone.SubmitAsync(
            "/m/pharmacy/log-in", ("mobile", mobile), ("code", code), ("returnTo", "/m/pharmacy/membership/points"));

        answer.Headers.Location!.ToString().ShouldBe("/m/pharmacy/membership/points");
    }

    [Fact]
    public async Task A_form_without_this_sites_token_is_refused()
    {
        var phone = new TestBrowser(portal.Host.Client());
        (await phone.SubmitAsync("/m/pharmacy/log-in/code", ("mobile", PortalHost.Mobile()))).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_brand_that_is_none_is_not_there() =>
        (await new TestBrowser(portal.Host.Client()).GetAsync("/m/nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
