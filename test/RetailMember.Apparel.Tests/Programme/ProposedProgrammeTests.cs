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

    [Fact, Trait("Req", "AP-06")]
    public async Task A_whole_card_year_counts_on_through_promotions_and_begins_at_nothing_the_day_after()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2026-03-12");
        var member = await shop.MemberAsync("2025-03-11");
        await shop.BuyAsync(member, 9_999, "2025-03-11");
        (await TierAsync(shop, member)).ShouldBe("member");
        await shop.BuyAsync(member, 1, "2025-11-01");
        (await TierAsync(shop, member)).ShouldBe("red");
        await shop.BuyAsync(member, 9_000, "2026-02-20");
        await shop.BuyAsync(member, 1_000, "2026-03-10");
        (await TierAsync(shop, member)).ShouldBe("yellow", "Being promoted takes nothing away of what was counted.");

        // The next year counts from nothing, and the diamond lasts through it.
        await shop.BuyAsync(member, 9_998, "2026-03-12");
        (await TierAsync(shop, member)).ShouldBe("yellow");
        (await MissingAsync(shop, member)).ShouldBe(30_000 - 9_998);
        await shop.OnAsync("2027-03-10");
        (await TierAsync(shop, member)).ShouldBe("yellow");

        // It was not reached again.
        await shop.OnAsync("2027-03-11");
        (await TierAsync(shop, member)).ShouldBe("member");
    }

    [Fact, Trait("Req", "AP-11")]
    public async Task A_card_is_valid_for_two_years_and_then_has_no_benefits_until_it_is_renewed_for_10()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2027-03-09");
        var member = await shop.MemberAsync("2025-03-10");
        (await BuyListedAsync(shop, member, 1_000)).ShouldBe((900, 900));
        (await TermAsync(shop, member)).ShouldBe(("2027-03-09", false));

        await shop.OnAsync("2027-03-10");
        (await TermAsync(shop, member)).ShouldBe(("2027-03-09", true));
        (await BuyListedAsync(shop, member, 1_000)).ShouldBe((1_000, 0));
        var quote = await shop.PostAsync("membership/quotes", Listed(member, 100));
        quote.GetProperty("payable").GetDecimal().ShouldBe(100);
        quote.GetProperty("why").ToString().ShouldContain("the card has ended");
        (await shop.RefusalOfAsync(HttpMethod.Post, "membership/purchases", new
        {
            receiptNo = "with-points", storeCode = "mall", member, lines = new[] { new { listAmount = 100 } },
            tenders = new[] { new { kind = "points", points = 100 } },
        })).ShouldBe("membership.card-ended");

        var renewal = new { key = "r1", storeCode = "mall", feePaid = 9 };
        var address = $"membership/members/{member}/card-renewals";
        (await shop.RefusalOfAsync(HttpMethod.Post, address, renewal)).ShouldBe("membership.renewal-fee");
        await Parallel.ForAsync(0, 20, async (_, _) => await shop.PostAsync(address, renewal with { key = "r2", feePaid = 10 }));
        (await shop.RefusalOfAsync(HttpMethod.Post, address, renewal with { key = "r3", feePaid = 10 }))
            .ShouldBe("membership.card-renewed-already");

        (await TermAsync(shop, member)).ShouldBe(("2029-03-09", false));
        (await PointsAsync(shop, member)).ShouldBe(900, "The points of before are valid again.");
        (await BuyListedAsync(shop, member, 100)).ShouldBe((90, 180), "Wednesday is the double day.");
    }

    [Fact, Trait("Req", "AP-11")]
    public async Task A_late_receipt_of_a_day_between_the_cards_end_and_its_renewal_has_no_benefits()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2027-03-22");
        var member = await shop.MemberAsync("2025-03-10");
        await shop.PostAsync($"membership/members/{member}/card-renewals", new { key = "late", storeCode = "mall", feePaid = 10 });

        (await LateAsync("2027-03-15")).ShouldBe((1_000, 0), "The card had ended and was not renewed yet.");
        (await LateAsync("2027-03-08")).ShouldBe((900, 900), "The first term.");
        (await LateAsync("2027-03-22")).ShouldBe((900, 900), "The day of the renewal.");

        async Task<(decimal Paid, long Points)> LateAsync(string day)
        {
            var bought = await shop.PostAsync("membership/purchases", new
            {
                receiptNo = "late-" + day, storeCode = "mall", member, lines = new[] { new { listAmount = 1_000 } },
                occurredAt = day + "T09:00:00",
            });
            return (bought.GetProperty("paid").GetDecimal(), bought.GetProperty("points").GetInt64());
        }
    }

    [Fact, Trait("Req", "AP-11")]
    public async Task A_card_that_still_runs_goes_on_from_its_last_day_and_where_cards_have_no_end_none_is_renewed()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2027-02-15");
        var member = await shop.MemberAsync("2025-03-10");
        var address = $"membership/members/{member}/card-renewals";
        (await shop.PostAsync(address, new { key = "e1", storeCode = "mall", feePaid = 10 }))
            .GetProperty("cardThrough").GetString().ShouldBe("2029-03-09");

        var endless = await Clothes.OpenAsync(apparel.Host);
        var other = await endless.MemberAsync();
        (await endless.RefusalOfAsync(
            HttpMethod.Post, $"membership/members/{other}/card-renewals", new { key = "e2", storeCode = "mall", feePaid = 10 }))
            .ShouldBe("membership.card-without-end");
        (await endless.GetAsync($"membership/members/{other}")).TryGetProperty("cardTerm", out _).ShouldBeFalse();
    }

    [Fact, Trait("Req", "AP-11"), Trait("Req", "AP-07")]
    public async Task Whose_card_has_ended_exchanges_no_points_for_gifts_until_it_is_renewed()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.PutAsync("redemption/rewards/scarf", new
        {
            terms = new
            {
                kind = "goods", points = 100, stock = "shared",
                name = new Dictionary<string, string> { ["zh-Hans"] = "围巾", ["en"] = "Scarf" },
            },
        });
        await shop.PostAsync("redemption/rewards/scarf/stock", new { key = "s1", pieces = 3, reason = "delivery" });
        await shop.PutAsync("redemption/editions/all", new
        {
            from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward = "scarf" } },
        });
        await shop.PostAsync("redemption/editions/all/publication", new { });
        await shop.OnAsync("2027-03-09");
        var member = await shop.MemberAsync("2025-03-10");
        await shop.BuyAsync(member, 1_000);
        await shop.OnAsync("2027-03-10");
        var order = new { key = "o1", storeCode = "mall", member, reward = "scarf", points = 100 };
        (await shop.RefusalOfAsync(HttpMethod.Post, "redemption/orders", order)).ShouldBe("membership.card-ended");

        await shop.PostAsync($"membership/members/{member}/card-renewals", new { key = "o2", storeCode = "mall", feePaid = 10 });
        await shop.PostAsync("redemption/orders", order);
        (await PointsAsync(shop, member)).ShouldBe(900);
    }

    private static object Listed(string member, int yuan) => new
    {
        storeCode = "mall", member, lines = new[] { new { listAmount = yuan } },
    };

    /// <summary>A receipt at list price: what it costs, and what it earns.</summary>
    private static async Task<(decimal Paid, long Points)> BuyListedAsync(Clothes shop, string member, int yuan)
    {
        var answer = await shop.PostAsync("membership/purchases", new
        {
            receiptNo = Guid.NewGuid().ToString("N"), storeCode = "mall", member, lines = new[] { new { listAmount = yuan } },
        });
        return (answer.GetProperty("paid").GetDecimal(), answer.GetProperty("points").GetInt64());
    }

    private static async Task<(string? Through, bool Ended)> TermAsync(Clothes shop, string member)
    {
        var term = (await shop.GetAsync($"membership/members/{member}")).GetProperty("cardTerm");
        return (term.GetProperty("through").GetString(), term.GetProperty("ended").GetBoolean());
    }

    private static async Task<IReadOnlyList<string?>> TemplatesAsync(Clothes shop) =>
        [.. (await shop.GetAsync("membership/programmes")).GetProperty("templates").EnumerateArray()
            .Select(t => t.GetString())];

    private static async Task<string?> TierAsync(Clothes shop, string member) =>
        (await shop.GetAsync($"membership/members/{member}")).GetProperty("tier").GetProperty("code").GetString();

    private static async Task<decimal> MissingAsync(Clothes shop, string member) =>
        (await shop.GetAsync($"membership/members/{member}")).GetProperty("progress").GetProperty("nextTier")
            .GetProperty("goals")[0].GetProperty("missing").GetDecimal();

    private static async Task<long> PointsAsync(Clothes shop, string member) =>
        (await shop.GetAsync($"membership/members/{member}")).GetProperty("balances")[0].GetProperty("usable")
            .GetInt64();
}
