using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Redemption.Tests.Tenders;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class GiftApiTestsOnSqlite(SqliteHost fixture) : GiftApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class GiftApiTestsOnPostgres(PostgresHost fixture) : GiftApiTests(fixture), IClassFixture<PostgresHost>;

/// <summary>From the receipt at the till to the coupon and back, with the whole product between.</summary>
public abstract class GiftApiTests(HostFixture fixture)
{
    private const string Api = "/api/brands/apparel/redemption";

    [Fact, Trait("Req", "CORE-13"), Trait("Req", "CORE-32")]
    public async Task Purchases_of_a_month_give_a_coupon_and_their_refund_takes_it_back()
    {
        var counter = await Counter.OpenAsync(fixture);
        var client = await fixture.Host.AdministratorAsync();
        var definition = await DefineAsync(client, counter);
        await RuleAsync(client, counter, new { reason = "monthSpend", spend = 500, vouchers = new[] { definition } });
        var receipt = Key();

        await counter.BuyAsync(new
        {
            receiptNo = receipt, storeCode = "s1", member = counter.Member, lines = new[] { new { category = "clothes", amount = 600 } },
        });
        (await UntilAsync(counter, "given")).GetProperty("parts")[0].GetProperty("held").GetBoolean().ShouldBeTrue();
        await counter.RefundAsync(receipt, 1, 200);

        await UntilAsync(counter, "revoked");
    }

    [Fact, Trait("Req", "CORE-34"), Trait("Req", "RD-06")]
    public async Task A_new_member_claims_his_welcome_gift_at_the_counter()
    {
        var before = await Counter.OpenAsync(fixture);
        var client = await fixture.Host.AdministratorAsync();
        var definition = await DefineAsync(client, before);
        var rule = await RuleAsync(client, before, new { reason = "enrolment", claim = new { days = 7 }, vouchers = new[] { definition } });

        var counter = await Counter.OpenAsync(fixture);
        var gift = (await UntilAsync(counter, "earned", rule)).GetProperty("gift").GetGuid();
        var given = await counter.PostAsync($"redemption/gifts/{gift}/claim", new { key = Key(), storeCode = "s1" });

        given.GetProperty("state").GetString().ShouldBe("given");
        await counter.PostAsync($"redemption/gift-rules/{rule}/end", new { });
    }

    private static async Task<string> DefineAsync(HttpClient client, Counter counter)
    {
        var definition = "d" + Key();
        using var put = await client.PutAsJsonAsync(
            $"{Api}/voucher-definitions/{definition}", new { terms = Counter.Clothes(30) });
        put.IsSuccessStatusCode.ShouldBeTrue(await put.Content.ReadAsStringAsync());
        await counter.PostAsync($"redemption/voucher-definitions/{definition}/activation", new { });
        return definition;
    }

    private static async Task<string> RuleAsync(HttpClient client, Counter counter, object terms)
    {
        var body = JsonSerializer.SerializeToNode(terms)!.AsObject();
        body["name"] = JsonSerializer.SerializeToNode(
            new Dictionary<string, string> { ["zh-Hans"] = "赠礼", ["en"] = "Gift" });
        body["from"] = "2020-01-01";
        var rule = "g" + Key();
        using var put = await client.PutAsJsonAsync($"{Api}/gift-rules/{rule}", new { terms = body });
        put.IsSuccessStatusCode.ShouldBeTrue(await put.Content.ReadAsStringAsync());
        await counter.PostAsync($"redemption/gift-rules/{rule}/activation", new { });
        return rule;
    }

    /// <summary>What rules do follows the receipt by a moment.</summary>
    private static async Task<JsonElement> UntilAsync(Counter counter, string state, string? rule = null)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var gifts = await counter.PostAsync("redemption/gifts/search", new { member = counter.Member, all = true });
            foreach (var gift in gifts.GetProperty("items").EnumerateArray())
                if (gift.GetProperty("state").GetString() == state && (rule is null || gift.GetProperty("reason").GetString() == rule))
                    return gift;
            await Task.Delay(100);
        }

        throw new InvalidOperationException($"No gift came to be {state}.");
    }
}
