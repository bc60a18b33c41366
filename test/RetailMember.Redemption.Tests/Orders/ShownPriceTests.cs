using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Redemption.Tests.Tenders;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class ShownPriceTestsOnSqlite(SqliteHost fixture) : ShownPriceTests(fixture), IClassFixture<SqliteHost>;

public sealed class ShownPriceTestsOnPostgres(PostgresHost fixture) : ShownPriceTests(fixture), IClassFixture<PostgresHost>;

/// <summary>What is redeemed costs what was shown, or nothing is redeemed: here a refund closes a price between the two.</summary>
[Trait("Req", "RD-05"), Trait("Req", "PH-02")]
public abstract class ShownPriceTests(HostFixture fixture)
{
    private const string Api = "/api/brands/apparel/";
    private const string Pages = "/brands/apparel/redemption/orders";

    [Fact]
    public async Task A_gift_that_a_receipt_opened_for_100_does_not_take_500_after_its_refund()
    {
        var (counter, client, reward, receiptNo) = await OpenedAsync();
        await RefundAsync(counter, receiptNo);

        var no = await counter.TryPostAsync("redemption/orders", Order(counter, reward, 100));

        no.GetProperty("code").GetString().ShouldBe("redemption.price-changed");
        no.GetProperty("facts").GetProperty("points").GetInt64().ShouldBe(500);
        no.GetProperty("facts").GetProperty("shown").GetInt64().ShouldBe(100);
        (await PointsAsync(counter)).ShouldBe(900);
        var yes = await counter.TryPostAsync("redemption/orders", Order(counter, reward, 500));
        yes.GetProperty("points").GetInt64().ShouldBe(500);
        (await PointsAsync(counter)).ShouldBe(400);
    }

    [Fact]
    public async Task A_price_that_fell_is_told_too_and_an_answer_given_stays_when_the_price_changes()
    {
        var (counter, client, reward, receiptNo) = await OpenedAsync();

        (await counter.TryPostAsync("redemption/orders", Order(counter, reward, 500)))
            .GetProperty("facts").GetProperty("points").GetInt64().ShouldBe(100);
        var order = Order(counter, reward, 100);
        var first = await counter.PostAsync("redemption/orders", order);
        await RefundAsync(counter, receiptNo);

        (await counter.PostAsync("redemption/orders", order)).GetProperty("order").GetGuid()
            .ShouldBe(first.GetProperty("order").GetGuid());
    }

    [Fact]
    public async Task Whoever_names_no_price_redeems_nothing()
    {
        var (counter, client, reward, _) = await OpenedAsync();

        using var answer = await client.PostAsJsonAsync(
            Api + "redemption/orders", new { key = Key(), storeCode = "s1", member = counter.Member, reward });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PointsAsync(counter)).ShouldBe(1_380);
    }

    [Fact]
    public async Task The_counter_tells_the_price_of_now_and_takes_nothing()
    {
        var (counter, client, reward, receiptNo) = await OpenedAsync();
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        await browser.OpenAsync(Pages + "?store=s1");
        (await PageOf(await browser.SubmitAsync(Pages + "/scan", ("scan", counter.Member)))).ShouldContain(Hidden(100));
        await RefundAsync(counter, receiptNo);

        var page = await PageOf(await browser.SubmitAsync(
            Pages + "/redemption", ("key", Key()), ("storeCode", "s1"), ("member", counter.Member), ("reward", reward),
            ("pieces", "1"), ("points", "100"), ("pooled", "false")));

        page.ShouldContain("This costs 500 points now and not 100");
        page.ShouldContain(Hidden(500));
        (await PointsAsync(counter)).ShouldBe(900);
    }

    private static string Hidden(long points) => FormattableString.Invariant($"name=\"points\" value=\"{points}\"");

    private static async Task<string> PageOf(HttpResponseMessage answer)
    {
        using (answer) return await answer.Content.ReadAsStringAsync();
    }

    private static object Order(Counter counter, string reward, long points) =>
        new { key = Key(), storeCode = "s1", member = counter.Member, reward, points };

    private static Task<JsonElement> RefundAsync(Counter counter, string receiptNo) =>
        counter.PostAsync("membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount = 480 });

    private static async Task<long> PointsAsync(Counter counter) =>
        (await counter.PostAsync("redemption/affordable-rewards", new { member = counter.Member })).GetProperty("points").GetInt64();

    /// <summary>A member of 1,380 points whose receipt of 480 yuan has opened a gift of 500 points for 100.</summary>
    private async Task<(Counter Counter, HttpClient Client, string Reward, string ReceiptNo)> OpenedAsync()
    {
        var counter = await Counter.OpenAsync(fixture);
        var client = await fixture.Host.AdministratorAsync();
        var reward = "r" + Key();
        var name = new Dictionary<string, string> { ["zh-Hans"] = "礼品", ["en"] = "Gift" };
        var prices = new[] { new { code = "privilege", points = 100, receiptOfToday = 480 } };
        using var put = await client.PutAsJsonAsync(
            $"{Api}redemption/rewards/{reward}", new { terms = new { name, kind = "goods", points = 500, prices } });
        put.IsSuccessStatusCode.ShouldBeTrue(await put.Content.ReadAsStringAsync());
        using var edition = await client.PutAsJsonAsync(
            Api + "redemption/editions/all", new { from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward } } });
        edition.IsSuccessStatusCode.ShouldBeTrue(await edition.Content.ReadAsStringAsync());
        await counter.PostAsync("redemption/editions/all/publication", new { });
        await counter.PostAsync(
            $"membership/members/{counter.Member}/adjustments", new { key = Key(), points = 900, reason = "correction" });
        var receiptNo = Key();
        await counter.BuyAsync(new { receiptNo, storeCode = "s1", member = counter.Member, amount = 480 });
        return (counter, client, reward, receiptNo);
    }
}
