using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Portal.Tests.Joining;

/// <summary>The ways in: a phone that joins or binds a card, and the till that sees who came.</summary>
internal static class Doors
{
    private static readonly object[] Agreed = [new { purpose = "membership", granted = true, wordingVersion = 1 }];

    public static Task<HttpResponseMessage> JoinAsync(
        this PortalHost portal, string mobile, string code, string? name = "李四",
        string? card = null, object? fields = null, object[]? consents = null,
        string? counter = null) =>
        portal.Host.Client().PostAsJsonAsync(portal.Api("members"), new Dictionary<string, object?>
        {
            ["mobile"] = mobile,
            ["code"] = code,
            ["storeCode"] = "s2",
            ["consents"] = consents ?? Agreed,
            ["fields"] = fields ?? new { },
        }.With("name", name).With("card", card).With("cardKind", card is null ? null : "magnetic").With("counterCode", counter));

    public static Task<HttpResponseMessage> BindAsync(this PortalHost portal, HttpClient phone, string card) =>
        phone.PostAsJsonAsync(portal.Api("cards"), new { card, kind = "magnetic" });

    /// <summary>A member known by a card alone, as an import leaves him, who has bought something.</summary>
    public static async Task<string> CardAloneAsync(this PortalHost portal, string card)
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

    public static async Task<string> AtTillAsync(this PortalHost portal, string identifier)
    {
        var found = await JsonAsync(await portal.TillOf(portal.Brand).PostAsJsonAsync(
            "/api/brands/pharmacy/membership/members/search", new { search = identifier }));
        return found.GetProperty("items")[0].GetProperty("memberNo").GetString()!;
    }

    public static async Task<long> PointsAsync(this PortalHost portal, string member)
    {
        var file = await portal.TillOf(portal.Brand).GetFromJsonAsync<JsonElement>(
            $"/api/brands/pharmacy/membership/members/{member}");
        return file.GetProperty("balances")[0].GetProperty("usable").GetInt64();
    }

    public static async Task<JsonElement> FileAsync(this PortalHost portal, JsonElement joined)
    {
        var phone = portal.Host.Client(new AuthenticationHeaderValue("Member", joined.GetProperty("token").GetString()));
        return await phone.GetFromJsonAsync<JsonElement>("/api/brands/pharmacy/membership/members/me");
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
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
