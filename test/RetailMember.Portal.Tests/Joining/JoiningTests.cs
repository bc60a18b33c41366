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

        var joined = await JsonAsync(await JoinAsync(mobile, await portal.CodeAsync(mobile, "enrol")));

        joined.GetProperty("admission").GetString().ShouldBe("joined");
        var file = await FileAsync(joined);
        file.GetProperty("storeCode").GetString().ShouldBe("s2");
        file.GetProperty("status").GetString().ShouldBe("active");
        (await AtTillAsync(mobile)).ShouldBe(joined.GetProperty("memberNo").GetString());
    }

    [Fact]
    public async Task A_member_who_joins_again_is_let_in_and_stays_one_member()
    {
        var mobile = PortalHost.Mobile();
        var memberNo = await portal.MemberAsync(mobile);

        object[] agreed = [.. Agreed, new { purpose = "marketing", granted = true, wordingVersion = 1 }];
        var joined = await JsonAsync(await JoinAsync(mobile, await portal.CodeAsync(mobile, "enrol"), consents: agreed));

        joined.GetProperty("admission").GetString().ShouldBe("alreadyMember");
        joined.GetProperty("memberNo").GetString().ShouldBe(memberNo);
        var phone = portal.Host.Client(new AuthenticationHeaderValue("Member", joined.GetProperty("token").GetString()));
        var noted = await phone.GetFromJsonAsync<JsonElement>("/api/brands/pharmacy/portal/members/me/consents");
        noted.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("purpose").GetString())
            .ShouldBe(["marketing", "membership"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_member_binds_a_card_of_the_kind_that_he_names()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);

        var joined = await JsonAsync(await JoinAsync(mobile, await portal.CodeAsync(mobile, "bindCard"), card: "KIND-" + mobile));

        (await FileAsync(joined)).GetProperty("cards")[0].GetProperty("kind").GetString().ShouldBe("magnetic");
    }

    [Fact]
    public async Task Nobody_joins_without_consent_a_declared_field_or_with_one_that_is_not_declared()
    {
        var mobile = PortalHost.Mobile();
        var code = await portal.CodeAsync(mobile, "enrol");

        (await PortalHost.RefusalOf(await JoinAsync(mobile, code, consents: []))).ShouldBe("portal.consent-needed");
        (await PortalHost.RefusalOf(await JoinAsync(mobile, code, name: null))).ShouldBe("field.not-empty");
        (await PortalHost.RefusalOf(await JoinAsync(mobile, code, fields: new { income = "1" }))).ShouldBe("membership.field-undeclared");
        object[] other = [new { purpose = "membership", granted = true, wordingVersion = 9 }];
        (await PortalHost.RefusalOf(await JoinAsync(mobile, code, consents: other))).ShouldBe("portal.wording-changed");
        (await JoinAsync(mobile, code)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Twenty_who_join_with_one_mobile_at_once_are_one_member()
    {
        var mobile = PortalHost.Mobile();
        var code = await portal.CodeAsync(mobile, "enrol");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => JoinAsync(mobile, code)));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_log_in_code_enrols_nobody()
    {
        var mobile = PortalHost.Mobile();
        (await PortalHost.RefusalOf(await JoinAsync(mobile, await portal.CodeAsync(mobile)))).ShouldBe("portal.code-wrong");
    }

    [Fact]
    public async Task A_card_that_stood_alone_binds_to_one_mobile_with_its_balance_and_to_no_second_one()
    {
        var (mine, second) = (PortalHost.Mobile(), PortalHost.Mobile());
        var card = "C" + mine[3..];
        var memberNo = await CardAloneAsync(card);
        var balance = await PointsAsync(card);
        balance.ShouldBeGreaterThan(0);

        var joined = await JsonAsync(await JoinAsync(mine, await portal.CodeAsync(mine, "bindCard"), card: card));

        joined.GetProperty("memberNo").GetString().ShouldBe(memberNo);
        (await AtTillAsync(card)).ShouldBe(memberNo);
        (await AtTillAsync(mine)).ShouldBe(memberNo);
        (await PointsAsync(memberNo)).ShouldBe(balance);
        (await PortalHost.RefusalOf(await JoinAsync(second, await portal.CodeAsync(second, "bindCard"), card: card)))
            .ShouldBe("membership.card-not-claimable");
    }

    [Fact]
    public async Task Of_two_who_come_with_one_card_at_once_one_gets_it()
    {
        string[] mobiles = [PortalHost.Mobile(), PortalHost.Mobile()];
        var card = "C" + mobiles[0][3..];
        await CardAloneAsync(card);
        var codes = new List<string>();
        foreach (var mobile in mobiles) codes.Add(await portal.CodeAsync(mobile, "bindCard"));

        var answers = await Task.WhenAll(mobiles.Select((m, i) => JoinAsync(m, codes[i], card: card)));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_members_own_card_names_him_and_guessing_others_ends_soon_in_one_answer()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        var me = await portal.MemberAsync(mine);
        var him = await portal.MemberAsync(his);
        var phone = await portal.LogInAsync(mine);

        (await BindAsync(phone, "OWN-" + mine)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AtTillAsync("own-" + mine)).ShouldBe(me);
        (await PortalHost.RefusalOf(await BindAsync(phone, him))).ShouldBe("membership.card-not-claimable");
        var other = await portal.LogInAsync(his);
        (await PortalHost.RefusalOf(await BindAsync(other, "OWN-" + mine))).ShouldBe("membership.card-not-claimable");
        for (var i = 0; i < 3; i++) await BindAsync(phone, him);
        (await PortalHost.RefusalOf(await BindAsync(phone, "NEXT-" + mine))).ShouldBe("portal.cards-too-many");
    }

    [Fact]
    public async Task Another_members_mobile_is_no_card_at_either_door()
    {
        var (mine, his, third) = (PortalHost.Mobile(), PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(mine);
        var him = await portal.MemberAsync(his);
        var phone = await portal.LogInAsync(mine);

        (await PortalHost.RefusalOf(await BindAsync(phone, his))).ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await BindAsync(phone, $"{his[..3]}-{his[3..]}"))).ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await JoinAsync(mine, await portal.CodeAsync(mine, "bindCard"), card: his)))
            .ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await JoinAsync(third, await portal.CodeAsync(third, "bindCard"), card: his)))
            .ShouldBe("membership.card-not-claimable");
        (await AtTillAsync(his)).ShouldBe(him);
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task The_mobile_of_a_merged_member_opens_nothing_of_who_stays_until_the_merge_is_undone()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        var (me, him) = (await portal.MemberAsync(mine), await portal.MemberAsync(his));
        var merge = await portal.MergeAsync(me, him);

        (await AtTillAsync(his)).ShouldBe(me);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(his, await portal.CodeAsync(his)))).ShouldBe("portal.no-member");
        (await PortalHost.RefusalOf(await JoinAsync(his, await portal.CodeAsync(his, "enrol")))).ShouldBe("membership.ask-at-counter");
        (await PortalHost.RefusalOf(await JoinAsync(his, await portal.CodeAsync(his, "bindCard"), card: "NEW-" + his)))
            .ShouldBe("membership.card-not-claimable");

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

    private Task<HttpResponseMessage> JoinAsync(
        string mobile, string code, string? name = "李四", string? card = null, object? fields = null, object[]? consents = null) =>
        portal.Host.Client().PostAsJsonAsync(portal.Api("members"), new Dictionary<string, object?>
        {
            ["mobile"] = mobile,
            ["code"] = code,
            ["storeCode"] = "s2",
            ["consents"] = consents ?? Agreed,
            ["fields"] = fields ?? new { },
        }.With("name", name).With("card", card).With("cardKind", card is null ? null : "magnetic"));

    private Task<HttpResponseMessage> BindAsync(HttpClient phone, string card) =>
        phone.PostAsJsonAsync(portal.Api("cards"), new { card, kind = "magnetic" });

    /// <summary>A member known by a card alone, as an import leaves him, who has bought something.</summary>
    private async Task<string> CardAloneAsync(string card)
    {
        var memberNo = await portal.MemberAsync(PortalHost.Mobile());
        var till = portal.TillOf(portal.Brand);
        (await till.PostAsJsonAsync(
            $"/api/brands/pharmacy/membership/members/{memberNo}/cards", new { card, kind = "magnetic" })).EnsureSuccessStatusCode();
        (await till.PostAsJsonAsync(
            "/api/brands/pharmacy/membership/purchases", new { receiptNo = card, member = card, amount = 120 })).EnsureSuccessStatusCode();
        await portal.ForgetPersonAsync(memberNo);
        return memberNo;
    }

    private async Task<string> AtTillAsync(string identifier)
    {
        var found = await JsonAsync(await portal.TillOf(portal.Brand).PostAsJsonAsync(
            "/api/brands/pharmacy/membership/members/search", new { search = identifier }));
        return found.GetProperty("items")[0].GetProperty("memberNo").GetString()!;
    }

    private async Task<long> PointsAsync(string member)
    {
        var file = await portal.TillOf(portal.Brand).GetFromJsonAsync<JsonElement>(
            $"/api/brands/pharmacy/membership/members/{member}");
        return file.GetProperty("balances")[0].GetProperty("usable").GetInt64();
    }

    private async Task<JsonElement> FileAsync(JsonElement joined)
    {
        var phone = portal.Host.Client(new AuthenticationHeaderValue("Member", joined.GetProperty("token").GetString()));
        return await phone.GetFromJsonAsync<JsonElement>("/api/brands/pharmacy/membership/members/me");
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

internal static class Bodies
{
    /// <summary>Leaves out what is null.</summary>
    public static Dictionary<string, object?> With(this Dictionary<string, object?> body, string name, object? value)
    {
        if (value is not null) body[name] = value;
        return body;
    }
}
