using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Tenders;

/// <summary>A brand that customers may join, over its API.</summary>
internal sealed class Newcomers(HttpClient client, string api)
{
    private static int last = 20_000;

    public Task<JsonElement> QuoteAsync(object basket) => PostAsync("membership/quotes/joining", basket);

    public async Task<string?> RefusalAsync(object basket)
    {
        using var response = await client.PostAsJsonAsync(api + "membership/quotes/joining", basket);
        return await Counter.CodeOf(response);
    }

    /// <summary>Everybody who joins gets a voucher of these terms. The definition's code.</summary>
    public async Task<string> JoiningCouponAsync(object terms)
    {
        var (definition, rule) = ("d" + Key(), "g" + Key());
        await SendAsync(HttpMethod.Put, $"redemption/voucher-definitions/{definition}", new { terms });
        await PostAsync($"redemption/voucher-definitions/{definition}/activation", new { });
        var given = new
        {
            name = new Dictionary<string, string> { ["zh-Hans"] = "新人礼", ["en"] = "Welcome" },
            reason = "enrolment",
            vouchers = new[] { definition },
            from = "2020-01-01",
        };
        await SendAsync(HttpMethod.Put, $"redemption/gift-rules/{rule}", new { terms = given });
        await PostAsync($"redemption/gift-rules/{rule}/activation", new { });
        return definition;
    }

    /// <summary>Somebody who has joined, with a voucher in his hands.</summary>
    public async Task<(string Member, string Code)> NewcomersVoucherAsync(string definition)
    {
        var mobile = (13_700_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        var enrolled = await PostAsync("membership/members", new { key = Key(), name = "李明", mobile, storeCode = "s1" });
        var member = enrolled.GetProperty("memberNo").GetString()!;
        var issued = await PostAsync("redemption/vouchers", new { key = Key(), member, definition, reason = "joining" });
        var shown = await PostAsync($"redemption/vouchers/{issued.GetProperty("voucher").GetGuid()}/disclosures", new { });
        return (member, shown.GetProperty("code").GetString()!);
    }

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, api + path) { Content = JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(path + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
