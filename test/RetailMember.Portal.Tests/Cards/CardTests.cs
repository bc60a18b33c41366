using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace RetailMember.Portal.Tests.Cards;

[Trait("Req", "CORE-38")]
public sealed class CardTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    [Fact]
    public async Task A_till_takes_the_code_on_the_phone_for_a_member_number_and_only_for_a_minute()
    {
        var mobile = PortalHost.Mobile();
        var memberNo = await portal.MemberAsync(mobile);
        var till = portal.TillOf(portal.Brand);
        var code = await CodeAsync(await portal.LogInAsync(mobile));

        (await FileAsync(till, code)).GetProperty("memberNo").GetString().ShouldBe(memberNo);
        (await FileAsync(till, code.ToLowerInvariant())).GetProperty("memberNo").GetString().ShouldBe(memberNo);
        var bought = await till.PostAsJsonAsync(
            "/api/brands/pharmacy/membership/purchases", new { receiptNo = "card-1", member = code, amount = 12.5 });
        bought.StatusCode.ShouldBe(HttpStatusCode.OK);

        portal.Host.Clock.Advance(TimeSpan.FromSeconds(61));
        (await PortalHost.RefusalOf(await till.GetAsync(Address(code)))).ShouldBe("membership.member-not-found");
    }

    [Fact]
    public async Task A_code_with_another_letter_or_of_another_brand_names_nobody()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var code = await CodeAsync(await portal.LogInAsync(mobile));
        var till = portal.TillOf(portal.Brand);
        var foreign = portal.TillOf(portal.Other);
        var changed = code[..10] + (code[10] == 'A' ? 'B' : 'A') + code[11..];

        (await till.GetAsync(Address(changed))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.GetAsync($"/api/brands/apparel/membership/members/{code}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_code_is_another_one_every_half_minute()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var client = await portal.LogInAsync(mobile);
        var first = await CodeAsync(client);

        portal.Host.Clock.Advance(TimeSpan.FromSeconds(30));
        (await CodeAsync(client)).ShouldNotBe(first);
    }

    private async Task<string> CodeAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(portal.Api("card"))).GetProperty("cardCode").GetString()!;

    private static async Task<JsonElement> FileAsync(HttpClient till, string code) =>
        await till.GetFromJsonAsync<JsonElement>(Address(code));

    private static string Address(string code) => $"/api/brands/pharmacy/membership/members/{code}";
}
