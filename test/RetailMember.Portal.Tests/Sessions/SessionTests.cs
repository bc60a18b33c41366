using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Brands;
using RetailMember.People;

namespace RetailMember.Portal.Tests.Sessions;

public sealed class SessionsOnSqlite(SqlitePortal portal) : SessionTests(portal), IClassFixture<SqlitePortal>;

public sealed class SessionsOnPostgres(PostgresPortal portal) : SessionTests(portal), IClassFixture<PostgresPortal>;

[Trait("Req", "CORE-38"), Trait("Req", "OPS-18")]
public abstract class SessionTests(PortalHost portal)
{
    [Fact]
    public async Task A_member_reads_his_own_file_and_nobody_elses()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        var (me, him) = (await portal.MemberAsync(mine), await portal.MemberAsync(his));
        var client = await portal.LogInAsync(mine);

        (await FileAsync(client, "me")).GetProperty("memberNo").GetString().ShouldBe(me);
        (await FileAsync(client, me)).GetProperty("memberNo").GetString().ShouldBe(me);
        (await PortalHost.RefusalOf(await GetAsync(client, him))).ShouldBe("member.not-own");
        (await PortalHost.RefusalOf(await GetAsync(client, "no-such-number"))).ShouldBe("member.not-own");
    }

    [Fact]
    public async Task A_member_has_no_right_of_staff_and_is_not_there_in_another_brand()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var client = await portal.LogInAsync(mobile);

        (await PortalHost.RefusalOf(await client.GetAsync("/api/brands/pharmacy/membership/members"))).ShouldBe("staff.only");
        (await PortalHost.RefusalOf(await client.GetAsync("/api/platform/account"))).ShouldBe("staff.only");
        (await PortalHost.RefusalOf(await GetAsync(client, "me", portal.Other))).ShouldBe("brand.not-found");
    }

    [Fact]
    public async Task A_session_that_was_ended_is_void_at_once_everywhere()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var (phone, tablet) = (await portal.LogInAsync(mobile), await portal.LogInAsync(mobile));

        var sessions = (await phone.GetFromJsonAsync<JsonElement>(portal.Api("sessions"))).GetProperty("sessions");
        sessions.GetArrayLength().ShouldBe(2);
        var other = sessions.EnumerateArray().Single(s => !s.GetProperty("current").GetBoolean()).GetProperty("session").GetString();
        (await phone.DeleteAsync(portal.Api($"sessions/{other}"))).EnsureSuccessStatusCode();
        (await GetAsync(tablet, "me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(phone, "me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await phone.DeleteAsync(portal.Api("sessions"))).EnsureSuccessStatusCode();
        (await GetAsync(phone, "me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_members_session_cannot_be_ended()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(mine);
        await portal.MemberAsync(his);
        var (me, him) = (await portal.LogInAsync(mine), await portal.LogInAsync(his));
        var session = (await him.GetFromJsonAsync<JsonElement>(portal.Api("sessions")))
            .GetProperty("sessions")[0].GetProperty("session").GetString();

        (await PortalHost.RefusalOf(await me.DeleteAsync(portal.Api($"sessions/{session}")))).ShouldBe("portal.session-not-found");
        (await GetAsync(him, "me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_after_thirty_days_and_with_the_membership()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(mine);
        var closing = await portal.MemberAsync(his);
        var (me, him) = (await portal.LogInAsync(mine), await portal.LogInAsync(his));

        await portal.CloseAsync(closing);
        (await GetAsync(him, "me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(his, await portal.CodeAsync(his)))).ShouldBe("portal.no-member");

        portal.Host.Clock.Advance(TimeSpan.FromDays(30));
        (await GetAsync(me, "me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact, Trait("Req", "CORE-02")]
    public async Task Who_comes_back_logs_in_anew_his_old_session_stays_over()
    {
        var mobile = PortalHost.Mobile();
        var member = await portal.MemberAsync(mobile);
        var old = await portal.LogInAsync(mobile);
        await portal.CloseAsync(member);
        (await portal.MemberAsync(mobile)).ShouldBe(member);

        (await GetAsync(old, "me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(await portal.LogInAsync(mobile), "me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_merge_ends_the_duplicates_sessions_and_its_undoing_opens_none()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        var (me, him) = (await portal.MemberAsync(mine), await portal.MemberAsync(his));
        var (stays, goes) = (await portal.LogInAsync(mine), await portal.LogInAsync(his));
        await portal.UnmergeAsync(await portal.MergeAsync(me, him));

        (await GetAsync(goes, "me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(stays, "me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rm_member_")]
    [InlineData("rm_member_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_token_is_nobody(string token) =>
        (await GetAsync(portal.Host.Client(new AuthenticationHeaderValue("Member", token)), "me"))
            .StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Staff_and_tills_do_nothing_in_a_members_name()
    {
        var office = await portal.OfficeAsync();
        (await PortalHost.RefusalOf(await office.GetAsync(portal.Api("card")))).ShouldBe("member.only");
        var till = portal.TillOf(portal.Brand);
        (await PortalHost.RefusalOf(await till.GetAsync(portal.Api("card")))).ShouldBe("member.only");
    }

    [Fact]
    public async Task A_cookie_of_staff_opens_no_page_of_members_and_the_other_way_round()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var director = await portal.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, portal.Brand);
        var phone = await portal.PhoneAsync(mobile);

        (await phone.GetAsync("/m/pharmacy")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await director.GetAsync("/m/pharmacy")).Headers.Location!.ToString().ShouldStartWith("/m/pharmacy/log-in");
        (await phone.GetAsync("/brands/pharmacy/membership/members")).Headers.Location!.ToString().ShouldStartWith("/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/brands/pharmacy/membership/members");
        request.Headers.Add("Cookie", CookieOf(phone));
        request.Headers.Accept.ParseAdd("text/html");
        (await portal.Host.Client().SendAsync(request)).Headers.Location!.ToString().ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task The_API_does_not_hear_a_members_cookie()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var phone = await portal.PhoneAsync(mobile);
        using var request = new HttpRequestMessage(HttpMethod.Get, portal.Api("card"));
        request.Headers.Add("Cookie", CookieOf(phone));

        (await portal.Host.Client().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private string CookieOf(Testing.TestBrowser phone)
    {
        // The jar gives a cookie only to its own path, so a foreign address has to be asked for in its name.
        var handler = typeof(HttpMessageInvoker).GetField(
            "_handler", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(phone.Client)!;
        var jar = ((SocketsHttpHandler)handler).CookieContainer;
        return jar.GetCookieHeader(new Uri(portal.Host.Address, "/m/pharmacy"));
    }

    private Task<HttpResponseMessage> GetAsync(HttpClient client, string member, Brand? brand = null) =>
        client.GetAsync($"/api/brands/{(brand ?? portal.Brand).Code}/membership/members/{member}");

    private async Task<JsonElement> FileAsync(HttpClient client, string member) =>
        await (await GetAsync(client, member)).Content.ReadFromJsonAsync<JsonElement>();
}
