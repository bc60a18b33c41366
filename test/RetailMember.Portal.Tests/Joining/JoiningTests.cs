using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Portal.Tests.Joining;

public sealed class JoiningOnSqlite(SqlitePortal portal) : JoiningTests(portal), IClassFixture<SqlitePortal>;

public sealed class JoiningOnPostgres(PostgresPortal portal) : JoiningTests(portal), IClassFixture<PostgresPortal>;

[Trait("Req", "CORE-02")]
public abstract class JoiningTests(PortalHost portal)
{
    private static readonly object[] Agreed = [new { purpose = "membership", granted = true, wordingVersion = 1 }];

    [Fact]
    public async Task Whoever_has_the_code_joins_at_the_posters_store_and_is_in()
    {
        var mobile = PortalHost.Mobile();

        var joined = await Doors.JsonAsync(await portal.JoinAsync(mobile, await portal.CodeAsync(mobile, "enrol")));

        joined.GetProperty("admission").GetString().ShouldBe("joined");
        var file = await portal.FileAsync(joined);
        file.GetProperty("storeCode").GetString().ShouldBe("s2");
        file.GetProperty("status").GetString().ShouldBe("active");
        (await portal.AtTillAsync(mobile)).ShouldBe(joined.GetProperty("memberNo").GetString());
    }

    [Fact]
    public async Task A_member_who_joins_again_is_let_in_and_stays_one_member()
    {
        var mobile = PortalHost.Mobile();
        var memberNo = await portal.MemberAsync(mobile);

        object[] agreed = [.. Agreed, new { purpose = "marketing", granted = true, wordingVersion = 1 }];
        var joined = await Doors.JsonAsync(await portal.JoinAsync(mobile, await portal.CodeAsync(mobile, "enrol"), consents: agreed));

        joined.GetProperty("admission").GetString().ShouldBe("alreadyMember");
        joined.GetProperty("memberNo").GetString().ShouldBe(memberNo);
        var phone = portal.Host.Client(new AuthenticationHeaderValue("Member", joined.GetProperty("token").GetString()));
        var noted = await phone.GetFromJsonAsync<JsonElement>("/api/brands/pharmacy/portal/members/me/consents");
        noted.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("purpose").GetString())
            .ShouldBe(["marketing", "membership"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_joins_without_consent_a_declared_field_or_with_one_that_is_not_declared()
    {
        var mobile = PortalHost.Mobile();
        var code = await portal.CodeAsync(mobile, "enrol");

        (await PortalHost.RefusalOf(await portal.JoinAsync(mobile, code, consents: []))).ShouldBe("portal.consent-needed");
        (await PortalHost.RefusalOf(await portal.JoinAsync(mobile, code, name: null))).ShouldBe("field.not-empty");
        (await PortalHost.RefusalOf(await portal.JoinAsync(mobile, code, fields: new { income = "1" })))
            .ShouldBe("membership.field-undeclared");
        object[] other = [new { purpose = "membership", granted = true, wordingVersion = 9 }];
        (await PortalHost.RefusalOf(await portal.JoinAsync(mobile, code, consents: other))).ShouldBe("portal.wording-changed");
        (await portal.JoinAsync(mobile, code)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Twenty_who_join_with_one_mobile_at_once_are_one_member()
    {
        var mobile = PortalHost.Mobile();
        var code = await portal.CodeAsync(mobile, "enrol");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.JoinAsync(mobile, code)));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_log_in_code_enrols_nobody()
    {
        var mobile = PortalHost.Mobile();
        (await PortalHost.RefusalOf(await portal.JoinAsync(mobile, await portal.CodeAsync(mobile)))).ShouldBe("portal.code-wrong");
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task The_mobile_of_a_merged_member_opens_nothing_of_who_stays_until_the_merge_is_undone()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        var (me, him) = (await portal.MemberAsync(mine), await portal.MemberAsync(his));
        var merge = await portal.MergeAsync(me, him);

        (await portal.AtTillAsync(his)).ShouldBe(me);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(his, await portal.CodeAsync(his)))).ShouldBe("portal.no-member");
        (await PortalHost.RefusalOf(await portal.JoinAsync(his, await portal.CodeAsync(his, "enrol"))))
            .ShouldBe("membership.ask-at-counter");
        (await PortalHost.RefusalOf(await portal.JoinAsync(his, await portal.CodeAsync(his, "bindCard"), card: "NEW-" + his)))
            .ShouldBe("portal.counter-code-wrong");

        await portal.UnmergeAsync(merge);
        (await portal.TryLogInAsync(his, await portal.CodeAsync(his))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_poster_leads_to_a_page_on_which_one_joins()
    {
        var mobile = PortalHost.Mobile();
        var office = await portal.Host.Staff.BrowserAsync("operations-director", portal.Brand);
        var poster = await office.OpenAsync("/brands/pharmacy/portal/posters/s2");
        poster.ShouldContain("/m/pharmacy/join?store=s2");

        var phone = new TestBrowser(portal.Host.Client());
        await phone.OpenAsync("/m/pharmacy/join?store=s2");
        portal.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await phone.SubmitAsync("/m/pharmacy/join/code", ("mobile", mobile), ("storeCode", "s2"))).StatusCode
            .ShouldBe(HttpStatusCode.OK);
        var code = portal.Sent.CodeFor(mobile);
        var answer = await phone.SubmitAsync(
            "/m/pharmacy/join", ("mobile", mobile), ("code", code), ("storeCode", "s2"), ("name", "李四"),
            ("agreed", "Membership:1"), ("agreed", "Marketing:1"));

        answer.Headers.Location!.ToString().ShouldBe("/m/pharmacy");
        (await phone.OpenAsync("/m/pharmacy")).ShouldContain("data-card-code");
    }
}
