using RetailMember.Apparel.Tests.Shop;
using System.Text.Json;

namespace RetailMember.Apparel.Tests.Programme;

public sealed class ProposedProgrammeTestsOnSqlite(ApparelOnSqlite host) : ProposedProgrammeTests(host),
    IClassFixture<ApparelOnSqlite>;

public sealed class ProposedProgrammeTestsOnPostgres(ApparelOnPostgres host)
    : ProposedProgrammeTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>What the core does by data: the proposed programme against the real core.</summary>
public abstract class ProposedProgrammeTests(ApparelHost apparel)
{
    private const string Template = "monthly-ladder";

    [Fact]
    public async Task It_is_offered_where_the_module_is_on_and_nowhere_else()
    {
        var on = await Clothes.OpenAsync(apparel.Host);
        var off = await Clothes.OpenAsync(apparel.Host, on: false);

        (await TemplatesAsync(on)).ShouldContain(Template);
        (await TemplatesAsync(off)).ShouldNotContain(Template);
        (await off.RefusalOfAsync(HttpMethod.Post, "membership/programmes", new { template = Template }))
            .ShouldBe("membership.template-not-found");
    }

    [Fact, Trait("Req", "AP-05")]
    public async Task The_card_comes_with_a_first_purchase_of_128_and_the_next_one_is_cheaper()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        (await shop.RefusalOfAsync(HttpMethod.Post, "membership/members", new
        {
            key = "m", name = "王芳", mobile = "13900000001", storeCode = "mall",
                receipt = new { receiptNo = "x1", amount = 127.99m },
        })).ShouldBe("membership.entry-not-reached");
        var member = await shop.MemberAsync("2026-03-02");
        (await shop.BuyAsync(member, 128)).Points.ShouldBe(128);

        var next = await shop.PostAsync("membership/purchases", new
        {
            receiptNo = "next", storeCode = "mall", member, lines = new[] { new { listAmount = 100 } },
        });

        next.GetProperty("points").GetInt64().ShouldBe(90);
    }

    [Fact, Trait("Req", "AP-06"), Trait("Req", "AP-08")]
    public async Task Diamonds_come_by_the_points_of_the_card_year_and_last_to_the_end_of_the_next()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        var member = await shop.MemberAsync("2025-03-10");
        await shop.BuyAsync(member, 9_999, "2025-10-30");
        (await TierAsync(shop, member)).ShouldBe("member");
        await shop.BuyAsync(member, 1, "2025-11-01");
        (await TierAsync(shop, member)).ShouldBe("red");
        await shop.BuyAsync(member, 9_999, "2025-12-01");
        (await TierAsync(shop, member)).ShouldBe("red");
        await shop.BuyAsync(member, 1, "2026-02-20");
        (await TierAsync(shop, member)).ShouldBe("yellow");
        await shop.BuyAsync(member, 10_000, "2026-02-21");
        (await TierAsync(shop, member)).ShouldBe("blue");
        await shop.BuyAsync(member, 20_000, "2026-02-27");
        (await TierAsync(shop, member)).ShouldBe("purple");
    }

    [Fact, Trait("Req", "AP-06"), Trait("Req", "AP-07")]
    public async Task After_the_card_year_the_tier_counts_anew_and_its_points_can_be_exchanged_for_30_days()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        var member = await shop.MemberAsync("2025-03-10");
        await shop.BuyAsync(member, 9_999, "2025-11-03");

        await shop.OnAsync("2026-03-10");
        await shop.BuyAsync(member, 1);
        (await TierAsync(shop, member)).ShouldBe("member");
        (await PointsAsync(shop, member)).ShouldBe(10_000);
        await shop.OnAsync("2026-04-08");
        (await PointsAsync(shop, member)).ShouldBe(10_000);
        await shop.OnAsync("2026-04-09");
        (await PointsAsync(shop, member)).ShouldBe(1);
    }

    [Fact, Trait("Req", "AP-10")]
    public async Task Points_of_the_double_day_count_for_the_ladder()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2026-03-04");
        var member = await shop.MemberAsync("2026-03-02");
        await shop.BuyAsync(member, 900, "2026-03-03");
        (await shop.ClimbedAsync(member, 900)).ShouldBeEmpty();

        (await shop.BuyAsync(member, 60)).Points.ShouldBe(120);

        (await shop.ClimbedAsync(member, 1_020)).ShouldBe([(1_000, "waiting")]);
    }

    private static async Task<IReadOnlyList<string?>> TemplatesAsync(Clothes shop) =>
        [.. (await shop.GetAsync("membership/programmes")).GetProperty("templates").EnumerateArray()
            .Select(t => t.GetString())];

    private static async Task<string?> TierAsync(Clothes shop, string member) =>
        (await shop.GetAsync($"membership/members/{member}")).GetProperty("tier").GetProperty("code").GetString();

    private static async Task<long> PointsAsync(Clothes shop, string member) =>
        (await shop.GetAsync($"membership/members/{member}")).GetProperty("balances")[0].GetProperty("usable")
            .GetInt64();
}
