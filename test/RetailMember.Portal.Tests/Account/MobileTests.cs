using System.Net;
using System.Net.Http.Json;

namespace RetailMember.Portal.Tests.Account;

[Trait("Req", "CORE-38")]
public sealed class MobileTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    [Fact]
    public async Task A_new_mobile_is_proven_by_its_code_and_logs_the_other_devices_out()
    {
        var (old, next) = (PortalHost.Mobile(), PortalHost.Mobile());
        var memberNo = await portal.MemberAsync(old);
        var (here, elsewhere) = (await portal.LogInAsync(old), await portal.LogInAsync(old));

        (await ChangeAsync(here, next, await CodeAsync(here, next))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await here.GetAsync(portal.Api("card"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync(portal.Api("card"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var found = await (await portal.LogInAsync(next)).GetStringAsync("/api/brands/pharmacy/membership/members/me");
        found.ShouldContain(memberNo);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(old, await portal.CodeAsync(old)))).ShouldBe("portal.no-member");
    }

    [Fact]
    public async Task Another_members_mobile_cannot_be_taken_even_with_its_code()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(mine);
        await portal.MemberAsync(his);
        var phone = await portal.LogInAsync(mine);
        (await PortalHost.RefusalOf(await ChangeAsync(phone, his, await CodeAsync(phone, his)))).ShouldBe("membership.mobile-taken");
    }

    [Fact]
    public async Task Nobody_asks_for_such_a_code_without_being_logged_in() =>
        (await portal.AskCodeAsync(PortalHost.Mobile(), "changeMobile")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    private async Task<string> CodeAsync(HttpClient phone, string mobile)
    {
        portal.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await phone.PostAsJsonAsync(portal.Api("codes"), new { mobile, purpose = "changeMobile" })).EnsureSuccessStatusCode();
        return portal.Sent.CodeFor(mobile);
    }

    private Task<HttpResponseMessage> ChangeAsync(HttpClient phone, string mobile, string code) =>
        phone.PutAsJsonAsync(portal.Api("mobile"), new { mobile, code });
}
