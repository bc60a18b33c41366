using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class OrderApiTestsOnSqlite(SqliteHost fixture) : OrderApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class OrderApiTestsOnPostgres(PostgresHost fixture) : OrderApiTests(fixture), IClassFixture<PostgresHost>;

/// <summary>The way of a gift through the addresses, with real members, receipts and points behind them.</summary>
public abstract class OrderApiTests(HostFixture fixture)
{
    private const string Brand = "/api/brands/apparel";

    [Fact, Trait("Req", "PH-02"), Trait("Req", "RD-01"), Trait("Req", "RD-11"), Trait("Req", "OPS-08")]
    public async Task A_large_receipt_opens_a_price_the_gift_is_redeemed_collected_and_the_books_are_sound()
    {
        var client = await OpenAsync();
        var member = (await Post(client, "/membership/members", new { key = Key(), name = "李雷", mobile = "13900000201", storeCode = "s1" }))
            .GetProperty("memberNo").GetString()!;
        await OfferAsync(client);
        await Post(client, "/membership/members/" + member + "/adjustments", new { key = Key(), points = 900, reason = "correction" });
        await Post(client, "/membership/purchases", new { receiptNo = "R-1", storeCode = "s1", member, amount = 480 });

        var sees = await Post(client, "/redemption/affordable-rewards", new { member, storeCode = "s1" });
        sees.GetProperty("rewards").EnumerateArray().Select(r => r.GetProperty("reward").GetString()).ShouldBe(["gift", "gold"]);
        var order = await Post(client, "/redemption/orders", new { key = "o1", storeCode = "s1", member, reward = "gift", points = 1_000 });
        (order.GetProperty("points").GetInt64(), order.GetProperty("pointsBalance").GetInt64()).ShouldBe((1_000, 380));
        using var second = await client.PostAsJsonAsync(
            Brand + "/redemption/orders", new { key = "o2", storeCode = "s1", member, reward = "gift", points = 1_000 });
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var id = order.GetProperty("order").GetString();
        var code = (await Post(client, $"/redemption/orders/{id}/disclosures", new { })).GetProperty("code").GetString();
        await Post(client, "/redemption/collections", new { key = "c1", storeCode = "s1", code });
        await Post(client, "/redemption/orders", new { key = "o3", storeCode = "s1", member, reward = "gold", points = 300 });

        (await Get(client, "/membership/members/" + member)).GetProperty("tier").GetProperty("code").GetString().ShouldBe("gold");
        (await Post(client, "/redemption/orders/search", new { member })).GetProperty("items").EnumerateArray()
            .Select(o => o.GetProperty("state").GetString()).ShouldBe(["collected", "collected"]);
        var books = await Get(client, "/membership/books");
        books.GetProperty("sound").GetBoolean().ShouldBeTrue(books.ToString());
    }

    private async Task<HttpClient> OpenAsync()
    {
        var client = await fixture.Host.AdministratorAsync();
        await fixture.Host.BrandAsync("apparel", "s1");
        await Post(
            client, "/membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        return client;
    }

    /// <summary>A gift of 5,000 points that a receipt of 480 yuan opens for 1,000, and a tier for 300.</summary>
    private static async Task OfferAsync(HttpClient client)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = "礼品", ["en"] = "Gift" };
        var privilege = new { code = "privilege", points = 1_000, receiptOfToday = 480 };
        await Put(client, "/redemption/rewards/gift", new
        {
            terms = new { name, kind = "goods", points = 5_000, stock = "perStore", prices = new[] { privilege } },
        });
        await Put(client, "/redemption/rewards/gold", new
        {
            terms = new { name, kind = "right", points = 300, right = new { name = "membership.tier", parameter = "gold" } },
        });
        await Post(client, "/redemption/rewards/gift/stock", new { key = "s1", storeCode = "s1", pieces = 3, reason = "delivery" });
        var items = new[] { new { reward = "gift" }, new { reward = "gold" } };
        await Put(client, "/redemption/editions/all", new { from = "2020-01-01", to = "2099-12-31", items });
        await Post(client, "/redemption/editions/all/publication", new { });
    }

    private static async Task<JsonElement> Get(HttpClient client, string path) =>
        await client.GetFromJsonAsync<JsonElement>(Brand + path);

    private static async Task<JsonElement> Post(HttpClient client, string path, object body) =>
        await ReadAsync(await client.PostAsJsonAsync(Brand + path, body));

    private static async Task Put(HttpClient client, string path, object body) =>
        await ReadAsync(await client.PutAsJsonAsync(Brand + path, body));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{response.RequestMessage!.RequestUri}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
