using System.Net.Http.Json;
using RetailMember.Redemption.Tests.Tenders;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class SameVisitApiTestsOnSqlite(SqliteHost fixture) : SameVisitApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class SameVisitApiTestsOnPostgres(PostgresHost fixture) : SameVisitApiTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Points of a purchase are good for a gift before the member leaves the store.</summary>
public abstract class SameVisitApiTests(HostFixture fixture)
{
    [Fact, Trait("Req", "RD-07"), Trait("Req", "CORE-46")]
    public async Task The_points_of_a_purchase_buy_a_gift_in_the_same_visit_and_its_refund_leaves_a_debt()
    {
        var counter = await Counter.OpenAsync(fixture);
        await OfferAsync(await fixture.Host.AdministratorAsync(), counter);
        var receiptNo = Key();

        await counter.BuyAsync(new { receiptNo, storeCode = "s1", member = counter.Member, amount = 3_600 });
        var sees = await counter.PostAsync("redemption/affordable-rewards", new { member = counter.Member, storeCode = "s1" });
        sees.GetProperty("points").GetInt64().ShouldBe(3_600);
        var order = await counter.PostAsync(
            "redemption/orders", new { key = Key(), storeCode = "s1", member = counter.Member, reward = "gift", points = 3_000 });
        order.GetProperty("pointsBalance").GetInt64().ShouldBe(600);
        await counter.PostAsync(
            "redemption/collections", new { key = Key(), storeCode = "s1", order = order.GetProperty("order").GetGuid(), check = "card" });

        var refund = await counter.PostAsync("membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount = 3_600 });

        refund.GetProperty("pointsBalance").GetInt64().ShouldBe(-3_000);
        var again = await counter.TryPostAsync(
            "redemption/orders", new { key = Key(), storeCode = "s1", member = counter.Member, reward = "gift", points = 3_000 });
        again.GetProperty("code").GetString().ShouldBe("redemption.too-few-points");
    }

    private static async Task OfferAsync(HttpClient client, Counter counter)
    {
        const string api = "/api/brands/apparel/redemption";
        var name = new Dictionary<string, string> { ["zh-Hans"] = "礼品", ["en"] = "Gift" };
        using var put = await client.PutAsJsonAsync(
            $"{api}/rewards/gift", new { terms = new { name, kind = "goods", points = 3_000 } });
        put.IsSuccessStatusCode.ShouldBeTrue(await put.Content.ReadAsStringAsync());
        using var edition = await client.PutAsJsonAsync(
            $"{api}/editions/all", new { from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward = "gift" } } });
        edition.IsSuccessStatusCode.ShouldBeTrue(await edition.Content.ReadAsStringAsync());
        await counter.PostAsync("redemption/editions/all/publication", new { });
    }
}
