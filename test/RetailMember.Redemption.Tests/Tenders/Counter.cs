using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Tenders;

/// <summary>A store of a brand with the whole product behind it, a member at its till and vouchers in his hands.</summary>
internal sealed class Counter(HttpClient client, string member, string mobile)
{
    private const string Api = "/api/brands/apparel/";

    private static int last = 10_000;

    public string Member { get; } = member;

    public string Mobile { get; } = mobile;

    /// <summary>RD-12's basket: a shirt of 120 yuan and an umbrella of 30.</summary>
    public static object[] ShirtAndUmbrella =>
        [new { category = "clothes", amount = 120 }, new { category = "umbrellas", amount = 30 }];

    /// <summary>The same at list prices, for the programme to find the best price.</summary>
    public static object[] ShirtAndUmbrellaAtList =>
        [new { category = "clothes", listAmount = 120 }, new { category = "umbrellas", listAmount = 30 }];

    public static async Task<Counter> OpenAsync(HostFixture fixture)
    {
        var client = await fixture.Host.AdministratorAsync();
        await fixture.Host.BrandAsync("apparel", "s1");
        await client.PostAsJsonAsync(
            Api + "membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        var mobile = (13_700_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        using var enrolled = await client.PostAsJsonAsync(
            Api + "membership/members", new { key = Key(), name = "张小芳", mobile, storeCode = "s1" });
        var body = await enrolled.Content.ReadFromJsonAsync<JsonElement>();
        return new Counter(client, body.GetProperty("memberNo").GetString()!, mobile);
    }

    /// <summary>A voucher of these terms in the member's hands: its key and its code.</summary>
    public async Task<(Guid Voucher, string Code)> VoucherAsync(object terms)
    {
        var definition = "d" + Key();
        await SendAsync(HttpMethod.Put, $"redemption/voucher-definitions/{definition}", new { terms });
        await PostAsync($"redemption/voucher-definitions/{definition}/activation", new { });
        var voucher = (await PostAsync("redemption/vouchers", new { key = Key(), member = Member, definition, reason = "ladder" }))
            .GetProperty("voucher").GetGuid();
        return (voucher, (await PostAsync($"redemption/vouchers/{voucher}/disclosures", new { })).GetProperty("code").GetString()!);
    }

    /// <summary>The member's order of a reward of these terms, the one that the running edition offers.</summary>
    public async Task<Guid> OrderAsync(object terms, string? code = null)
    {
        var reward = code ?? "r" + Key();
        await SendAsync(HttpMethod.Put, $"redemption/rewards/{reward}", new { terms });
        await SendAsync(
            HttpMethod.Put, "redemption/editions/all", new { from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward } } });
        await PostAsync("redemption/editions/all/publication", new { });
        var points = (await PostAsync("redemption/affordable-rewards", new { member = Member, storeCode = "s1" }))
            .GetProperty("rewards").EnumerateArray().Single(r => r.GetProperty("reward").GetString() == reward)
            .GetProperty("points").GetInt64();
        return (await PostAsync("redemption/orders", new { key = Key(), storeCode = "s1", member = Member, reward, points }))
            .GetProperty("order").GetGuid();
    }

    /// <summary>Fifty yuan off clothes.</summary>
    public static object Clothes(decimal amount = 50, bool stackable = false) => new
    {
        name = new Dictionary<string, string> { ["zh-Hans"] = "服装券", ["en"] = "Clothes" },
        amount,
        stackable,
        categories = new[] { "clothes" },
        validity = new { days = 30 },
    };

    public object Receipt(object[] lines, params object[] tenders) =>
        new { receiptNo = Key(), storeCode = "s1", member = Member, lines, tenders };

    public static object Voucher(string code) => new { kind = "voucher", code };

    public static object Points(long points) => new { kind = "points", points };

    public Task<JsonElement> BuyAsync(object receipt) => PostAsync("membership/purchases", receipt);

    public Task<JsonElement> RefundAsync(string receiptNo, int line, decimal amount) => PostAsync(
        "membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, lines = new[] { new { line, amount } } });

    public Task<HttpResponseMessage> TryBuyAsync(object receipt) => client.PostAsJsonAsync(Api + "membership/purchases", receipt);

    public async Task<string?> RefusalAsync(object receipt)
    {
        using var response = await TryBuyAsync(receipt);
        return await CodeOf(response);
    }

    /// <summary>The answer, or the problem.</summary>
    public async Task<JsonElement> TryPostAsync(string path, object body)
    {
        using var response = await client.PostAsJsonAsync(Api + path, body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<string?> StateAsync(Guid voucher) =>
        (await client.GetFromJsonAsync<JsonElement>($"{Api}redemption/vouchers/{voucher}"))
        .GetProperty("voucher").GetProperty("state").GetString();

    public static async Task<string?> CodeOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, Api + path) { Content = JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(path + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
