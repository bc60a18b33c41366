using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Redemption.Tests.Tenders;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class PrivilegeApiTestsOnSqlite(SqliteHost fixture) : PrivilegeApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class PrivilegeApiTestsOnPostgres(PostgresHost fixture) : PrivilegeApiTests(fixture), IClassFixture<PostgresHost>;

/// <summary>PH-02 through the addresses: what a receipt opened goes with its refund, with the whole product between.</summary>
public abstract class PrivilegeApiTests(HostFixture fixture)
{
    private const string Api = "/api/brands/apparel/redemption";

    [Fact, Trait("Req", "PH-02"), Trait("Req", "RD-05")]
    public async Task A_gift_for_1000_is_not_had_by_a_receipt_that_is_given_back()
    {
        var counter = await Counter.OpenAsync(fixture);
        var client = await fixture.Host.AdministratorAsync();
        var reward = await OfferAsync(client, counter);
        await counter.PostAsync(
            $"membership/members/{counter.Member}/adjustments", new { key = Key(), points = 900, reason = "correction" });
        var receiptNo = Key();
        await counter.BuyAsync(new { receiptNo, storeCode = "s1", member = counter.Member, amount = 480 });
        var order = (await counter.PostAsync("redemption/orders", new { key = Key(), storeCode = "s1", member = counter.Member, reward }))
            .GetProperty("order").GetGuid();

        await counter.PostAsync("membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount = 480 });

        // At once, however late the refund is heard of.
        var collected = await counter.TryPostAsync(
            "redemption/collections", new { key = Key(), storeCode = "s1", order, check = "card" });
        collected.GetProperty("code").GetString().ShouldBeOneOf("redemption.order-receipt-refunded", "redemption.order-not-open");
        (await CancelledAsync(client, order)).EnumerateArray().Select(s => s.GetProperty("state").GetString())
            .ShouldBe(["reserved", "cancelled"]);
        (await counter.PostAsync("redemption/affordable-rewards", new { member = counter.Member })).GetProperty("points").GetInt64()
            .ShouldBe(900);
    }

    private static async Task<string> OfferAsync(HttpClient client, Counter counter)
    {
        var reward = "r" + Key();
        var name = new Dictionary<string, string> { ["zh-Hans"] = "礼品", ["en"] = "Gift" };
        var prices = new[] { new { code = "privilege", points = 1_000, receiptOfToday = 480 } };
        using var put = await client.PutAsJsonAsync(
            $"{Api}/rewards/{reward}", new { terms = new { name, kind = "goods", points = 5_000, prices } });
        put.IsSuccessStatusCode.ShouldBeTrue(await put.Content.ReadAsStringAsync());
        using var edition = await client.PutAsJsonAsync(
            $"{Api}/editions/all", new { from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward } } });
        edition.IsSuccessStatusCode.ShouldBeTrue(await edition.Content.ReadAsStringAsync());
        await counter.PostAsync("redemption/editions/all/publication", new { });
        return reward;
    }

    /// <summary>The steps of an order, once it is cancelled: that follows the refund by a moment.</summary>
    private static async Task<JsonElement> CancelledAsync(HttpClient client, Guid order)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var read = await client.GetFromJsonAsync<JsonElement>($"{Api}/orders/{order}");
            if (read.GetProperty("state").GetString() == "cancelled") return read.GetProperty("steps");
            await Task.Delay(100);
        }

        throw new InvalidOperationException("The order was not cancelled.");
    }
}
