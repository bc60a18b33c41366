using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Tenders;

public sealed class JoiningTestsOnSqlite(SqliteHost fixture) : JoiningTests(fixture), IClassFixture<SqliteHost>;

public sealed class JoiningTestsOnPostgres(PostgresHost fixture) : JoiningTests(fixture), IClassFixture<PostgresHost>;

/// <summary>What joining now would save on a basket, with the whole product behind it. Each test has a brand of its own.</summary>
public abstract class JoiningTests(HostFixture fixture)
{
    [Fact, Trait("Req", "OPS-13")]
    public async Task Two_hundred_yuan_with_the_entry_card_and_its_coupons_save_thirty()
    {
        var brand = await BrandAsync();
        var only = await brand.QuoteAsync(new { storeCode = "s1", listAmount = 200 });
        Yuan(only, "saved").ShouldBe(10m);
        foreach (var amount in (decimal[])[10m, 5m, 5m]) await brand.JoiningCouponAsync(Coupon(amount, stackable: true));

        var quoted = await brand.QuoteAsync(new { storeCode = "s1", listAmount = 200 });

        (Yuan(quoted, "list"), Yuan(quoted, "payable"), Yuan(quoted, "saved")).ShouldBe((200m, 170m, 30m));
        quoted.GetProperty("savings").EnumerateArray().Select(s => Yuan(s, "amount")).ShouldBe([10m, 10m, 5m, 5m], ignoreOrder: true);
        quoted.GetProperty("tier").GetProperty("code").GetString().ShouldBe("silver");
        quoted.GetProperty("reached").GetBoolean().ShouldBeTrue();
    }

    [Fact, Trait("Req", "OPS-13")]
    public async Task A_coupon_counts_as_far_as_it_could_be_used_on_this_basket()
    {
        var brand = await BrandAsync();
        await brand.JoiningCouponAsync(Coupon(30, minimum: 500));
        await brand.JoiningCouponAsync(Coupon(20, days: new { startsAfterDays = 1, days = 30 }));
        await brand.JoiningCouponAsync(Coupon(40, categories: ["tea"]));
        await brand.JoiningCouponAsync(Coupon(8));
        await brand.JoiningCouponAsync(Coupon(5, stackable: true));
        await brand.JoiningCouponAsync(Coupon(2, stackable: true));

        Saved(await brand.QuoteAsync(new { storeCode = "s1", listAmount = 200 })).ShouldBe(18m);
        object[] basket = [new { category = "tea", listAmount = 20 }, new { category = "soap", listAmount = 180 }];
        // The tea costs 19 as a member: no coupon takes more than that off it.
        Saved(await brand.QuoteAsync(new { storeCode = "s1", lines = basket })).ShouldBe(29m);
    }

    [Fact, Trait("Req", "OPS-13")]
    public async Task What_is_quoted_is_what_the_newcomer_then_pays()
    {
        var brand = await BrandAsync();
        var definition = await brand.JoiningCouponAsync(Coupon(10, stackable: true));
        object[] lines = [new { listAmount = 99.99 }, new { listAmount = 33.35 }];
        var quoted = await brand.QuoteAsync(new { storeCode = "s1", lines });

        var tender = await brand.NewcomersVoucherAsync(definition);
        object[] tenders = [Counter.Voucher(tender.Code)];
        var paid = await brand.PostAsync(
            "membership/quotes", new { storeCode = "s1", member = tender.Member, lines, tenders });

        Yuan(paid, "money").ShouldBe(Yuan(quoted, "payable"));
        paid.GetProperty("points").GetInt64().ShouldBe(quoted.GetProperty("points").GetInt64());
    }

    [Fact, Trait("Req", "OPS-13")]
    public async Task Rubbish_is_refused_with_a_code()
    {
        var brand = await BrandAsync();

        (await brand.RefusalAsync(new { storeCode = "s1" })).ShouldBe("request.invalid");
        (await brand.RefusalAsync(new { storeCode = "s1", listAmount = -1 })).ShouldBe("request.invalid");
        (await brand.RefusalAsync(new { storeCode = "nowhere", listAmount = 1 })).ShouldBe("store.not-found");
        object[] none = [new { quantity = 0, listAmount = 5 }];
        (await brand.RefusalAsync(new { storeCode = "s1", lines = none })).ShouldBe("request.invalid");
    }

    private static decimal Saved(JsonElement quoted) => Yuan(quoted, "saved");

    private static decimal Yuan(JsonElement answer, string field) => answer.GetProperty(field).GetDecimal();

    private static object Coupon(
        decimal amount, bool stackable = false, decimal minimum = 0, object? days = null, params string[] categories) => new
    {
        name = new Dictionary<string, string> { ["zh-Hans"] = "新人券", ["en"] = "Welcome" },
        amount,
        stackable,
        minimumSpend = minimum,
        categories,
        validity = days ?? new { days = 30 },
    };

    private async Task<Newcomers> BrandAsync()
    {
        var client = await fixture.Host.AdministratorAsync();
        var code = "j" + Key()[^12..];
        await fixture.Host.BrandAsync(code, "s1");
        var brand = new Newcomers(client, $"/api/brands/{code}/");
        await brand.PostAsync("membership/programmes/start", new { template = "three-cards", effectiveFrom = "2020-01-01T00:00:00" });
        return brand;
    }
}
