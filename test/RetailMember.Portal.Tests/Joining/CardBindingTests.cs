using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Portal.Tests.Joining;

public sealed class CardBindingOnSqlite(SqlitePortal portal) : CardBindingTests(portal), IClassFixture<SqlitePortal>;

public sealed class CardBindingOnPostgres(PostgresPortal portal) : CardBindingTests(portal), IClassFixture<PostgresPortal>;

[Trait("Req", "CORE-02")]
public abstract class CardBindingTests(PortalHost portal)
{
    [Fact]
    public async Task A_member_binds_a_card_of_the_kind_that_he_names()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);

        var joined = await Doors.JsonAsync(
            await portal.JoinAsync(mobile, await portal.CodeAsync(mobile, "bindCard"), card: "KIND-" + mobile));

        (await portal.FileAsync(joined)).GetProperty("cards")[0].GetProperty("kind").GetString().ShouldBe("magnetic");
    }

    [Fact]
    public async Task A_card_that_stood_alone_binds_to_one_mobile_with_its_balance_and_to_no_second_one()
    {
        var (mine, second) = (PortalHost.Mobile(), PortalHost.Mobile());
        var card = "C" + mine[3..];
        var memberNo = await portal.CardAloneAsync(card);
        var balance = await portal.PointsAsync(card);
        balance.ShouldBeGreaterThan(0);

        var counter = await portal.CounterCodeAsync(card);
        var joined = await Doors.JsonAsync(
            await portal.JoinAsync(mine, await portal.CodeAsync(mine, "bindCard"), card: card, counter: counter));

        joined.GetProperty("memberNo").GetString().ShouldBe(memberNo);
        (await portal.AtTillAsync(card)).ShouldBe(memberNo);
        (await portal.AtTillAsync(mine)).ShouldBe(memberNo);
        (await portal.PointsAsync(memberNo)).ShouldBe(balance);
        (await PortalHost.RefusalOf(
            await portal.JoinAsync(second, await portal.CodeAsync(second, "bindCard"), card: card, counter: counter)))
            .ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await portal.TillOf(portal.Brand).PostAsJsonAsync(portal.Api("card-codes"), new { card })))
            .ShouldBe("portal.card-not-alone");
    }

    [Fact]
    public async Task The_number_of_a_card_opens_nothing_without_the_counters_code_which_is_for_this_card_and_soon_over()
    {
        var (thief, other) = (PortalHost.Mobile(), PortalHost.Mobile());
        var (card, another) = ("C" + thief[3..], "C" + other[3..]);
        await portal.CardAloneAsync(card);
        await portal.CardAloneAsync(another);

        (await PortalHost.RefusalOf(await ClaimAsync(null))).ShouldBe("portal.counter-code-wrong");
        (await PortalHost.RefusalOf(await ClaimAsync(await portal.CounterCodeAsync(another)))).ShouldBe("portal.counter-code-wrong");
        var late = await portal.CounterCodeAsync(card);
        portal.Host.Clock.Advance(TimeSpan.FromMinutes(21));
        (await PortalHost.RefusalOf(await ClaimAsync(late))).ShouldBe("portal.counter-code-wrong");
        (await ClaimAsync(await portal.CounterCodeAsync(card))).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<HttpResponseMessage> ClaimAsync(string? counter) =>
            await portal.JoinAsync(thief, await portal.CodeAsync(thief, "bindCard"), card: card, counter: counter);
    }

    [Fact]
    public async Task A_number_that_does_not_look_like_the_brands_cards_is_bound_by_nobodys_phone_and_stays_free()
    {
        var mine = PortalHost.Mobile();
        await portal.MemberAsync(mine);
        var phone = await portal.LogInAsync(mine);
        var memberNo = "A" + mine[3..];

        (await PortalHost.RefusalOf(await portal.BindAsync(phone, memberNo))).ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await portal.BindAsync(phone, "OWN-" + mine[1..]))).ShouldBe("membership.card-not-claimable");

        (await portal.TillOf(portal.Brand).PostAsJsonAsync(
            "/api/brands/pharmacy/membership/members",
            new { key = memberNo, memberNo, name = "王五", mobile = PortalHost.Mobile(), storeCode = "s1" }))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lost_card_is_taken_from_the_account_by_its_owner_alone_and_names_nobody()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        var me = await portal.MemberAsync(mine);
        await portal.MemberAsync(his);
        var (phone, other) = (await portal.LogInAsync(mine), await portal.LogInAsync(his));
        var card = "OWN-" + mine;
        (await portal.BindAsync(phone, card)).EnsureSuccessStatusCode();
        (await phone.GetFromJsonAsync<JsonElement>(portal.Api("cards"))).GetProperty("cards")[0].GetProperty("card").GetString()
            .ShouldBe(card);

        (await PortalHost.RefusalOf(await other.PostAsJsonAsync(portal.Api("lost-cards"), new { card })))
            .ShouldBe("membership.card-not-bound");
        (await portal.AtTillAsync(card)).ShouldBe(me);
        (await phone.PostAsJsonAsync(portal.Api("lost-cards"), new { card = card.ToLowerInvariant() })).StatusCode
            .ShouldBe(HttpStatusCode.OK);

        (await portal.TillOf(portal.Brand).GetAsync($"/api/brands/pharmacy/membership/members/{card}")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await phone.GetFromJsonAsync<JsonElement>(portal.Api("cards"))).GetProperty("cards").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Staff_give_the_code_on_a_page_and_a_lost_card_is_reported_on_the_phone()
    {
        var mobile = PortalHost.Mobile();
        var card = "C" + mobile[3..];
        await portal.CardAloneAsync(card);
        var office = await portal.Host.Staff.BrowserAsync("operations-director", portal.Brand);
        await office.OpenAsync("/brands/pharmacy/portal/card-codes");
        var shown = await (await office.SubmitAsync("/brands/pharmacy/portal/card-codes", ("card", card))).Content.ReadAsStringAsync();
        shown.ShouldContain(await portal.CounterCodeAsync(card));

        var own = PortalHost.Mobile();
        await portal.MemberAsync(own);
        var phone = await portal.PhoneAsync(own);
        await phone.OpenAsync("/m/pharmacy/me/cards");
        await phone.SubmitAsync("/m/pharmacy/me/cards", ("card", "OWN-" + own), ("kind", "barcode"));
        (await phone.OpenAsync("/m/pharmacy/me/cards")).ShouldContain("OWN-" + own);
        (await phone.SubmitAsync("/m/pharmacy/me/lost-cards", ("card", "OWN-" + own))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await phone.OpenAsync("/m/pharmacy/me/cards")).ShouldNotContain("OWN-" + own);
    }

    [Fact]
    public async Task Of_two_who_come_with_one_card_at_once_one_gets_it()
    {
        string[] mobiles = [PortalHost.Mobile(), PortalHost.Mobile()];
        var card = "C" + mobiles[0][3..];
        await portal.CardAloneAsync(card);
        var codes = new List<string>();
        foreach (var mobile in mobiles) codes.Add(await portal.CodeAsync(mobile, "bindCard"));

        var counter = await portal.CounterCodeAsync(card);
        var answers = await Task.WhenAll(mobiles.Select((m, i) => portal.JoinAsync(m, codes[i], card: card, counter: counter)));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_members_own_card_names_him_and_guessing_others_ends_soon_in_one_answer()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        var me = await portal.MemberAsync(mine);
        var him = await portal.MemberAsync(his);
        var phone = await portal.LogInAsync(mine);

        (await portal.BindAsync(phone, "OWN-" + mine)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.AtTillAsync("own-" + mine)).ShouldBe(me);
        (await PortalHost.RefusalOf(await portal.BindAsync(phone, him))).ShouldBe("membership.card-not-claimable");
        var other = await portal.LogInAsync(his);
        (await PortalHost.RefusalOf(await portal.BindAsync(other, "OWN-" + mine))).ShouldBe("membership.card-not-claimable");
        for (var i = 0; i < 3; i++) await portal.BindAsync(phone, him);
        (await PortalHost.RefusalOf(await portal.BindAsync(phone, "NEXT-" + mine))).ShouldBe("portal.cards-too-many");
    }

    [Fact]
    public async Task Another_members_mobile_is_no_card_at_either_door()
    {
        var (mine, his, third) = (PortalHost.Mobile(), PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(mine);
        var him = await portal.MemberAsync(his);
        var phone = await portal.LogInAsync(mine);

        (await PortalHost.RefusalOf(await portal.BindAsync(phone, his))).ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await portal.BindAsync(phone, $"{his[..3]}-{his[3..]}"))).ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await portal.JoinAsync(mine, await portal.CodeAsync(mine, "bindCard"), card: his)))
            .ShouldBe("membership.card-not-claimable");
        (await PortalHost.RefusalOf(await portal.JoinAsync(third, await portal.CodeAsync(third, "bindCard"), card: his)))
            .ShouldBe("portal.counter-code-wrong");
        (await portal.AtTillAsync(his)).ShouldBe(him);
    }
}
