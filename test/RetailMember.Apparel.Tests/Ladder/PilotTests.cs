using RetailMember.Apparel.Tests.Shop;
using RetailMember.Testing;

namespace RetailMember.Apparel.Tests.Ladder;

public sealed class PilotTestsOnSqlite(ApparelOnSqlite host) : PilotTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class PilotTestsOnPostgres(ApparelOnPostgres host) : PilotTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>The report on a pilot.</summary>
[Trait("Req", "AP-16")]
public abstract class PilotTests(ApparelHost apparel)
{
    private const string March = "apparel/pilot?storeCode=mall&from=2026-03-01&to=2026-03-31";

    [Fact]
    public async Task What_was_claimed_is_told_apart_from_what_was_reached()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (claims, loses, declines, refunds) =
            (await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync());
        var receipt = "";
        foreach (var member in (string[])[claims, loses, declines, refunds])
        {
            (receipt, _) = await shop.BuyAsync(member, 1_000);
            await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 1);
        }

        await shop.ClaimAsync(claims, 1_000);
        await shop.DeclineAsync(declines, 1_000);
        await shop.RefundAsync(receipt, 1_000);
        await shop.OnAsync("2026-04-10");

        var report = await shop.GetAsync(March);

        (report.GetProperty("rungCount").GetInt32(), report.GetProperty("claimedCount").GetInt32(),
            report.GetProperty("claimedWorth").GetDecimal()).ShouldBe((3, 1, 50m));
    }

    [Fact]
    public async Task A_span_that_goes_on_is_compared_as_far_as_it_is_over()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 100);
        await shop.OnAsync("2026-03-11");
        await shop.BuyAsync(member, 500);

        var report = await shop.GetAsync(March);

        (report.GetProperty("spanDuring").GetProperty("to").GetString(), report.GetProperty("spanBefore").GetProperty("from").GetString())
            .ShouldBe(("2026-03-10", "2026-02-19"));
        report.GetProperty("storeDuring").GetProperty("sales").GetDecimal().ShouldBe(100m, "Of today only a part is over.");
        report.GetProperty("days").GetArrayLength().ShouldBe(10);
        (await shop.RefusalOfAsync(HttpMethod.Get, "apparel/pilot?storeCode=mall&from=2026-03-11&to=2026-03-31"))
            .ShouldBe("request.invalid");
    }

    [Fact]
    public async Task It_can_be_read_after_the_pilot_as_long_as_some_store_has_the_ladder()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, on: false);
        foreach (var store in (string[])["mall", "street"])
            await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: true, store: store);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_000);
        await shop.ClimbedAsync(member, 1_000);
        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: false, store: "mall");
        await shop.OnAsync("2026-05-01");

        (await shop.GetAsync(March)).GetProperty("rungCount").GetInt32().ShouldBe(1);
    }
}
