using System.Net;
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
        var (reward, receiptNo, order) = await OpenedAsync(client, counter);

        var refund = await counter.PostAsync(
            "membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount = 480 });

        refund.GetProperty("pointsBalance").GetInt64().ShouldBe(900);
        refund.GetProperty("undone").EnumerateArray().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            l => l.GetProperty("kind").GetString().ShouldBe("order"),
            l => l.GetProperty("name").GetString().ShouldBe(reward),
            l => l.GetProperty("id").GetGuid().ShouldBe(order),
            l => l.GetProperty("pointsReturned").GetInt64().ShouldBe(1_000),
            l => l.GetProperty("stays").GetBoolean().ShouldBeFalse());
        var collected = await counter.TryPostAsync(
            "redemption/collections", new { key = Key(), storeCode = "s1", order, check = "card" });
        collected.GetProperty("code").GetString().ShouldBe("redemption.order-not-open");
        (await StatesAsync(client, order)).ShouldBe(["reserved", "cancelled"]);
        (await counter.PostAsync("redemption/affordable-rewards", new { member = counter.Member })).GetProperty("points").GetInt64()
            .ShouldBe(900);
    }

    [Fact, Trait("Req", "PH-02")]
    public async Task What_was_handed_out_is_named_too_and_stays()
    {
        var counter = await Counter.OpenAsync(fixture);
        var client = await fixture.Host.AdministratorAsync();
        var (_, receiptNo, order) = await OpenedAsync(client, counter);
        await counter.PostAsync("redemption/collections", new { key = Key(), storeCode = "s1", order, check = "card" });

        var refund = await counter.PostAsync(
            "membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount = 1 });

        refund.GetProperty("undone").EnumerateArray().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            l => l.GetProperty("id").GetGuid().ShouldBe(order),
            l => l.GetProperty("pointsReturned").GetInt64().ShouldBe(0),
            l => l.GetProperty("stays").GetBoolean().ShouldBeTrue());
    }

    [Fact, Trait("Req", "PH-02"), Trait("Req", "CORE-44")]
    public async Task Twenty_cancellations_beside_the_refund_give_the_points_back_once()
    {
        var counter = await Counter.OpenAsync(fixture);
        var client = await fixture.Host.AdministratorAsync();
        var (_, receiptNo, order) = await OpenedAsync(client, counter);

        var cancels = Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            client.PostAsJsonAsync($"{Api}/orders/{order}/cancellation", new { reason = "race", storeCode = "s1" })));
        await counter.PostAsync("membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount = 480 });

        var answers = await cancels;
        answers.ShouldAllBe(a => a.IsSuccessStatusCode || a.StatusCode == HttpStatusCode.Conflict);
        answers.Count(a => a.IsSuccessStatusCode).ShouldBeLessThanOrEqualTo(1);
        foreach (var answer in answers) answer.Dispose();
        (await StatesAsync(client, order)).ShouldBe(["reserved", "cancelled"]);
        (await counter.PostAsync("redemption/affordable-rewards", new { member = counter.Member })).GetProperty("points").GetInt64()
            .ShouldBe(900);
    }

    /// <summary>A member who has spent 1,000 of his 1,380 points on a reward that a receipt of 480 yuan opened.</summary>
    private static async Task<(string Reward, string ReceiptNo, Guid Order)> OpenedAsync(HttpClient client, Counter counter)
    {
        var reward = await OfferAsync(client, counter);
        await counter.PostAsync(
            $"membership/members/{counter.Member}/adjustments", new { key = Key(), points = 900, reason = "correction" });
        var receiptNo = Key();
        await counter.BuyAsync(new { receiptNo, storeCode = "s1", member = counter.Member, amount = 480 });
        var order = await counter.PostAsync(
            "redemption/orders", new { key = Key(), storeCode = "s1", member = counter.Member, reward, points = 1_000 });
        return (reward, receiptNo, order.GetProperty("order").GetGuid());
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

    private static async Task<IEnumerable<string?>> StatesAsync(HttpClient client, Guid order) =>
        (await client.GetFromJsonAsync<JsonElement>($"{Api}/orders/{order}")).GetProperty("steps").EnumerateArray()
        .Select(s => s.GetProperty("state").GetString());
}
