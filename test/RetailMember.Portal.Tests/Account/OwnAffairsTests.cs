using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace RetailMember.Portal.Tests.Account;

/// <summary>What a member does for himself with what other modules keep for him.</summary>
[Trait("Req", "CORE-38")]
public sealed class OwnAffairsTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    [Fact, Trait("Req", "CORE-16")]
    public async Task A_member_gives_points_of_his_own_to_a_friend_and_nobody_elses()
    {
        var (mine, friend, his) = (PortalHost.Mobile(), PortalHost.Mobile(), PortalHost.Mobile());
        await MemberWithPointsAsync(mine);
        var receiver = await portal.MemberAsync(friend);
        var him = await MemberWithPointsAsync(his);
        var phone = await portal.LogInAsync(mine);

        (await PortalHost.RefusalOf(await GiveAsync(phone, him, receiver, 10))).ShouldBe("member.not-own");
        var given = await GiveAsync(phone, "me", receiver, 10);
        given.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await given.Content.ReadAsStringAsync()).ShouldNotContain(receiver);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GiveAsync(phone, "me", receiver, 100)));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var copy = (await (await phone.PostAsJsonAsync(portal.Api("data-copies"), new { })).Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("data").GetProperty("membership");
        copy.GetProperty("points")[0].GetProperty("why")[0].GetString().ShouldNotBeNullOrWhiteSpace();
        copy.GetProperty("transfers").EnumerateArray()
            .Select(t => (t.GetProperty("given").GetBoolean(), t.GetProperty("points").GetInt64()))
            .ShouldBe([(true, 10L), (true, 100L)]);
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task A_member_who_tries_many_numbers_for_a_gift_is_refused_for_a_while()
    {
        var (mine, friend) = (PortalHost.Mobile(), PortalHost.Mobile());
        await MemberWithPointsAsync(mine);
        var receiver = await portal.MemberAsync(friend);
        var phone = await portal.LogInAsync(mine);

        var tries = new List<string>();
        for (var i = 0; i < 21; i++)
            tries.Add(await PortalHost.RefusalOf(await GiveAsync(phone, "me", PortalHost.Mobile(), 1)));

        tries.ShouldBe([.. Enumerable.Repeat("membership.transfer-receiver", 20), "membership.too-many-look-ups"]);
        (await GiveAsync(phone, "me", receiver, 1)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        portal.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await GiveAsync(phone, "me", receiver, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_pages_of_points_rewards_details_and_data_show_the_member_himself()
    {
        var mobile = PortalHost.Mobile();
        var memberNo = await MemberWithPointsAsync(mobile);
        var phone = await portal.PhoneAsync(mobile);

        (await phone.OpenAsync("/m/pharmacy/membership/points")).ShouldContain("120");
        (await phone.OpenAsync("/m/pharmacy/membership/transfer")).ShouldContain("name=\"receiver\"");
        (await phone.OpenAsync("/m/pharmacy/redemption/rewards")).ShouldContain("member-points");
        (await phone.OpenAsync("/m/pharmacy/stores")).ShouldContain("s1");
        var details = await phone.OpenAsync("/m/pharmacy/membership/details");
        details.ShouldContain("张三");
        details.ShouldNotContain(mobile);
        var copy = await phone.SubmitAsync("/m/pharmacy/me/data");
        copy.Headers.CacheControl!.NoStore.ShouldBeTrue();
        copy.Content.Headers.ContentDisposition!.FileName.ShouldBe($"pharmacy-{memberNo}.json");
        var held = (await copy.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
        held.GetProperty("membership").GetProperty("person").GetProperty("mobile").GetString().ShouldBe(mobile);
        held.GetProperty("membership").GetProperty("purchases").GetArrayLength().ShouldBe(1);
        foreach (var part in (string[])["statuses", "refunds", "participations", "awards", "corrections", "transfers"])
            held.GetProperty("membership").GetProperty(part).GetArrayLength().ShouldBe(0);
        held.GetProperty("portal").GetProperty("sessions").GetArrayLength().ShouldBe(1);
        foreach (var (module, part) in ((string, string)[])[("redemption", "vouchers"), ("campaigns", "awards"), ("groups", "history")])
            held.GetProperty(module).GetProperty(part).ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task A_member_corrects_his_birthday_once_and_his_mobile_only_by_code()
    {
        var (mobile, other) = (PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(mobile);
        var phone = await portal.LogInAsync(mobile);

        (await ChangeAsync(phone, new { birthday = "1990-01-01" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ChangeAsync(phone, new { birthday = "1990-01-02" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PortalHost.RefusalOf(await ChangeAsync(phone, new { birthday = "1990-01-03" }))).ShouldBe("membership.birthday-fixed");
        (await ChangeAsync(phone, new { mobile = other })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(other, await portal.CodeAsync(other)))).ShouldBe("portal.no-member");
    }

    [Fact]
    public async Task Whoever_closes_his_account_is_out()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var phone = await portal.PhoneAsync(mobile);
        await phone.OpenAsync("/m/pharmacy/membership/details");

        (await phone.SubmitAsync("/m/pharmacy/membership/closure")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await phone.GetAsync("/m/pharmacy")).Headers.Location!.ToString().ShouldStartWith("/m/pharmacy/log-in");
    }

    [Fact, Trait("Req", "RD-04")]
    public async Task Another_members_order_or_voucher_is_not_there()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var phone = await portal.LogInAsync(mobile);
        var foreign = Guid.CreateVersion7();
        (await phone.PostAsJsonAsync($"/api/brands/pharmacy/redemption/own-vouchers/{foreign}/code", new { })).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await phone.PostAsJsonAsync($"/api/brands/pharmacy/redemption/own-orders/{foreign}/rating", new { stars = 5 })).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> MemberWithPointsAsync(string mobile)
    {
        var memberNo = await portal.MemberAsync(mobile);
        (await portal.TillOf(portal.Brand).PostAsJsonAsync(
            "/api/brands/pharmacy/membership/purchases", new { receiptNo = mobile, member = memberNo, amount = 120 }))
            .EnsureSuccessStatusCode();
        return memberNo;
    }

    private static Task<HttpResponseMessage> GiveAsync(HttpClient phone, string member, string receiver, long points) =>
        phone.PostAsJsonAsync(
            $"/api/brands/pharmacy/membership/members/{member}/transfers",
            new { key = Guid.CreateVersion7().ToString("N"), receiver, points });

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient phone, object body) =>
        phone.PutAsJsonAsync("/api/brands/pharmacy/membership/members/me", body);
}
