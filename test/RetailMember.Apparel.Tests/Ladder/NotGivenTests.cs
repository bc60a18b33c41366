using RetailMember.Apparel.Tests.Shop;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Apparel.Tests.Ladder;

public sealed class NotGivenTestsOnSqlite(ApparelOnSqlite host) : NotGivenTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class NotGivenTestsOnPostgres(ApparelOnPostgres host) : NotGivenTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>Rungs whose voucher cannot be given, and what mends them.</summary>
[Trait("Req", "AP-04")]
public abstract class NotGivenTests(ApparelHost apparel)
{
    [Fact]
    public async Task What_could_not_be_given_last_month_is_on_the_list_and_given_once_its_voucher_is_there()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, vouchers: false);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_000);
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 1);
        (await shop.RungsAsync(member)).ShouldBe([(1_000, "notGiven")]);
        await shop.OnAsync("2026-04-06");
        (await ListedAsync(shop)).ShouldBe([(member, "notGiven")]);
        (await GivenAsync()).ShouldBe(0);

        await shop.AddVouchersAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PostAsync("apparel/rung-gifts", new { })));

        (await ListedAsync(shop)).ShouldBe([(member, "waiting")]);
        (await GivenAsync()).ShouldBe(0);
        await shop.ClaimAsync(member, 1_000);

        async Task<long> GivenAsync() => (await shop.PostAsync("apparel/rung-gifts", new { })).GetProperty("rungCount").GetInt64();
    }

    [Fact]
    public async Task A_month_is_counted_anew_as_long_as_its_rungs_can_be_claimed_and_counts_no_other_days()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, on: false);
        var (march, both) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.BuyAsync(march, 1_000);
        await shop.BuyAsync(both, 600);
        await shop.OnAsync("2026-04-07");
        await shop.BuyAsync(both, 600);
        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: true);

        await shop.PostAsync("apparel/month-count", new { month = "2026-03-15" });

        (await shop.RungsAsync(march)).ShouldBe([(1_000, "waiting")]);
        (await shop.RungsAsync(both)).ShouldBeEmpty();
        (await shop.LadderAsync(both)).GetProperty("points").GetInt64().ShouldBe(0, "April was not counted.");
        foreach (var month in (string[])["2026-02-01", "2026-05-01"]) (await RefusalAsync(month)).ShouldBe("apparel.month-not-open");
        await shop.OnAsync("2026-04-08");
        (await RefusalAsync("2026-03-01")).ShouldBe("apparel.month-not-open");

        Task<string> RefusalAsync(string month) => shop.RefusalOfAsync(HttpMethod.Post, "apparel/month-count", new { month });
    }

    [Fact]
    public async Task Who_may_run_jobs_gives_and_counts_on_the_page_of_rungs()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, vouchers: false);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_000);
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 1);
        await shop.AddVouchersAsync();
        var browser = await apparel.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        var at = $"/brands/{shop.Brand.Code}/apparel/";
        (await browser.OpenAsync(at + "rungs")).ShouldContain(at + "rung-gifts");

        (await browser.SubmitAsync(at + "rung-gifts")).Headers.Location!.ToString().ShouldEndWith("apparel/rungs");

        (await browser.OpenAsync(at + "rungs")).ShouldContain("1 rungs can be claimed now");
        (await shop.RungsAsync(member)).ShouldBe([(1_000, "waiting")]);
        await browser.SubmitAsync(at + "month-count", ("month", "2026-03-01"));
        (await browser.OpenAsync(at + "rungs")).ShouldContain("2026-03 was counted");
        var manager = await apparel.Host.Staff.BrowserAsync(DefaultRole.StoreManager, shop.Brand, "mall");
        (await manager.OpenAsync(at + "rungs")).ShouldNotContain(at + "rung-gifts");
    }

    [Fact, Trait("Req", "AP-02"), Trait("Req", "CORE-46")]
    public async Task A_refund_does_not_tell_of_a_voucher_that_could_not_be_given()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, vouchers: false);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_000);
        var (receipt, _) = await shop.BuyAsync(member, 1_050);
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 2);

        var refund = await shop.RefundAsync(receipt, 1_050);

        refund.GetProperty("undone").EnumerateArray().Where(l => l.GetProperty("kind").GetString() == "rung")
            .Select(l => (
                l.GetProperty("name").GetString(), l.GetProperty("voucherCount").GetInt32(), l.GetProperty("vouchersGiven").GetInt32()))
            .ShouldBe([("2000", 0, 0)]);
        (await shop.RungsAsync(member)).ShouldBe([(1_000, "notGiven"), (2_000, "takenBack")]);
    }

    private static async Task<IReadOnlyList<(string?, string?)>> ListedAsync(Clothes shop) =>
    [
        .. (await shop.GetAsync("apparel/rungs")).GetProperty("items").EnumerateArray()
            .Select(r => (r.GetProperty("memberNo").GetString(), r.GetProperty("state").GetString())),
    ];
}
