using System.Net;
using System.Net.Http.Json;
using RetailMember.Apparel.Tests.Shop;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Apparel.Tests.Ladder;

public sealed class ClimbingTestsOnSqlite(ApparelOnSqlite host) : ClimbingTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class ClimbingTestsOnPostgres(ApparelOnPostgres host) : ClimbingTests(host),
    IClassFixture<ApparelOnPostgres>;

/// <summary>The ladder in the whole product: receipts, gifts, refunds, months and switches.</summary>
public abstract class ClimbingTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-01"), Trait("Req", "AP-02")]
    public async Task Rungs_come_as_they_are_crossed_and_points_go_on()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var member = await shop.MemberAsync();
        (await shop.BuyAsync(member, 999)).Points.ShouldBe(999);
        (await shop.ClimbedAsync(member, 999)).ShouldBeEmpty();
        await shop.BuyAsync(member, 1);
        (await shop.ClimbedAsync(member, 1_000)).ShouldBe([(1_000, "waiting")]);
        await shop.ClaimAsync(member, 1_000);
        await shop.BuyAsync(member, 1_050);
        (await shop.ClimbedAsync(member, 2_050)).ShouldBe([(1_000, "claimed"), (2_000, "waiting")]);
        await shop.BuyAsync(member, 1_150);

        (await shop.ClimbedAsync(member, 3_200)).ShouldBe([(1_000, "claimed"), (2_000, "waiting"), (3_000, "waiting")]);
    }

    [Fact, Trait("Req", "AP-02")]
    public async Task One_receipt_of_3000_brings_all_three_with_20_tills_at_once()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var member = await shop.MemberAsync();
        var receipts = Enumerable.Range(0, 20).Select(i => shop.HeadOffice.PostAsJsonAsync(
            shop.Address("membership/purchases"), Clothes.Receipt(member, 150, $"p{i}", null, "mall")));
        foreach (var answer in await Task.WhenAll(receipts)) answer.IsSuccessStatusCode.ShouldBeTrue();

        (await shop.ClimbedAsync(member, 3_000)).ShouldBe([(1_000, "waiting"), (2_000, "waiting"), (3_000, "waiting")]);

        // Counted again by 20 at once, nothing is given twice.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.PostAsync("apparel/month-count", new { })));
        (await shop.RungsAsync(member)).Count.ShouldBe(3);
        var gifts = await shop.PostAsync("redemption/gifts/search", new { member, all = true });
        gifts.GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    [Fact, Trait("Req", "AP-04")]
    public async Task A_month_begins_anew_and_what_is_not_claimed_in_time_is_lost()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await shop.OnAsync("2026-03-28");
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_900);
        (await shop.ClimbedAsync(member, 1_900)).ShouldBe([(1_000, "waiting")]);

        await shop.OnAsync("2026-04-01");
        var april = await shop.LadderAsync(member);
        (april.GetProperty("points").GetInt64(), april.GetProperty("missingPoints").GetInt64()).ShouldBe((0, 1_000));
        (await shop.GetAsync($"membership/members/{member}")).GetProperty("balances")[0].GetProperty("usable")
            .GetInt64().ShouldBe(1_900);

        await shop.OnAsync("2026-04-08");
        (await shop.RungsAsync(member)).ShouldBe([(1_000, "lost")]);
        var gift = (await shop.LadderAsync(member)).GetProperty("rungs")[0].GetProperty("gift").GetString();
        (await shop.RefusalOfAsync(HttpMethod.Post, $"redemption/gifts/{gift}/claim",
            new { key = "late", storeCode = "mall" }))
            .ShouldBe("redemption.gift-window-over");
    }

    [Fact, Trait("Req", "AP-03")]
    public async Task The_voucher_pays_for_clothes_at_once_and_for_nothing_else()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_000);
        await shop.ClimbedAsync(member, 1_000);
        await shop.ClaimAsync(member, 1_000);
        var voucher = (await shop.PostAsync("redemption/vouchers/search", new { member })).GetProperty("items")[0];

        (voucher.GetProperty("definition").GetString(), voucher.GetProperty("validFrom").GetString())
            .ShouldBe(("clothes-50", "2026-03-02"));
        var revealed = await shop.PostAsync($"redemption/vouchers/{voucher.GetProperty("voucher").GetString()}/disclosures", new { });
        var tenders = new[] { new { kind = "voucher", code = revealed.GetProperty("code").GetString() } };
        var shoes = new { storeCode = "mall", member, lines = new[] { new { amount = 300, category = "shoes" } }, tenders };
        (await shop.RefusalOfAsync(HttpMethod.Post, "membership/quotes", shoes)).ShouldBe("redemption.voucher-not-applicable");

        // On the same day, of the clothes alone.
        object[] lines = [new { amount = 300, category = "shoes" }, new { amount = 200, category = "clothes" }];
        var quote = await shop.PostAsync("membership/quotes", new { storeCode = "mall", member, lines, tenders });
        (quote.GetProperty("payable").GetDecimal(), quote.GetProperty("money").GetDecimal()).ShouldBe((500, 450));
        var paid = await shop.PostAsync(
            "membership/purchases", new { receiptNo = $"v-{member}", storeCode = "mall", member, lines, tenders });
        (paid.GetProperty("money").GetDecimal(), paid.GetProperty("points").GetInt64()).ShouldBe((450, 450));
        (await shop.ClimbedAsync(member, 1_450)).ShouldBe([(1_000, "claimed")]);
    }

    [Fact, Trait("Req", "AP-16")]
    public async Task Off_stops_rules_pages_menu_and_jobs_at_the_next_request_and_keeps_every_row()
    {
        string[] pages = ["rungs", "tasks", "customers", "rules", "pilot"];
        var shop = await Clothes.OpenAsync(apparel.Host);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_000);
        await shop.ClimbedAsync(member, 1_000);
        var at = $"/brands/{shop.Brand.Code}/";
        var browser = await apparel.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        foreach (var page in pages) (await browser.OpenAsync($"{at}apparel/{page}")).ShouldContain("page-title");
        (await browser.OpenAsync($"{at}apparel/members/{member}")).ShouldContain("1,000");
        (await browser.OpenAsync(at + "platform/stores")).ShouldContain("/apparel/rungs");
        (await browser.OpenAsync($"{at}membership/members/{member}")).ShouldContain("/apparel/members/");

        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: false);
        foreach (var page in pages)
            (await browser.GetAsync($"{at}apparel/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync(at + "platform/stores")).ShouldNotContain("/apparel/rungs");
        (await browser.OpenAsync($"{at}membership/members/{member}")).ShouldNotContain("/apparel/members/");
        (await shop.RefusalOfAsync(HttpMethod.Get, $"apparel/members/{member}/ladder")).ShouldBe("module.off");
        (await shop.RefusalOfAsync(HttpMethod.Post, "platform/jobs/Apparel.remind-members/runs", new { }))
            .ShouldBe("platform.job-not-found");
        await shop.BuyAsync(member, 5_000);

        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: true);
        (await shop.RungsAsync(member)).ShouldBe([(1_000, "waiting")]);
        await shop.BuyAsync(member, 1_000);
        (await shop.ClimbedAsync(member, 2_000)).ShouldBe([(1_000, "waiting"), (2_000, "waiting")]);
    }

    [Fact, Trait("Req", "AP-02"), Trait("Req", "CORE-46")]
    public async Task A_refund_takes_rungs_back_and_says_so_and_buying_again_gives_them_anew()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 900);
        var (receipt, _) = await shop.BuyAsync(member, 1_200);
        await shop.ClimbedAsync(member, 2_100);

        var refund = await shop.RefundAsync(receipt, 1_100.01m);

        refund.GetProperty("undone").EnumerateArray().Where(l => l.GetProperty("kind").GetString() == "rung")
            .Select(l => (l.GetProperty("name").GetString(), l.GetProperty("voucherCount").GetInt32()))
            .ShouldBe([("1000", 1), ("2000", 1)], ignoreOrder: true);
        (await shop.RungsAsync(member)).ShouldBe([(1_000, "takenBack"), (2_000, "takenBack")]);
        await shop.BuyAsync(member, 101);
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(member))[0].State == "waiting");
        (await shop.RungsAsync(member)).ShouldBe([(1_000, "waiting"), (2_000, "takenBack")]);
    }

    [Fact, Trait("Req", "AP-16")]
    public async Task In_a_pilot_only_what_is_bought_at_its_store_counts()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, on: false);
        await RetailMember.Testing.PluginSwitch.SwitchAsync(shop.HeadOffice, "Apparel", shop.Brand.Code, on: true,
            store: "mall");
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_500, store: "street");
        await shop.BuyAsync(member, 990);
        (await shop.ClimbedAsync(member, 990)).ShouldBeEmpty();
        await shop.BuyAsync(member, 10);
        (await shop.ClimbedAsync(member, 1_000)).ShouldBe([(1_000, "waiting")]);

        await shop.ClaimAsync(member, 1_000);
        await shop.OnAsync("2026-04-01");
        var report = await shop.GetAsync("apparel/pilot?storeCode=mall&from=2026-03-01&to=2026-03-31");

        var during = report.GetProperty("storeDuring");
        (during.GetProperty("sales").GetDecimal(), during.GetProperty("receipts").GetInt32(),
            during.GetProperty("buyers").GetInt32(),
            during.GetProperty("returning").GetInt32()).ShouldBe((1_000m, 2, 1, 1));
        report.GetProperty("othersDuring").GetProperty("sales").GetDecimal().ShouldBe(1_500m);
        (report.GetProperty("rungCount").GetInt32(), report.GetProperty("claimedWorth").GetDecimal()).ShouldBe((1, 50m));
        report.GetProperty("spanBefore").GetProperty("from").GetString().ShouldBe("2026-01-29");
        (await shop.TryAsync(HttpMethod.Get, "apparel/rungs")).IsSuccessStatusCode.ShouldBeTrue();
        await RetailMember.Testing.PluginSwitch.SwitchAsync(shop.HeadOffice, "Apparel", shop.Brand.Code, on: false,
            store: "mall");
        (await shop.RefusalOfAsync(HttpMethod.Get, "apparel/rungs")).ShouldBe("module.off");
    }

    [Fact, Trait("Req", "AP-02"), Trait("Req", "AP-13")]
    public async Task With_the_top_rung_only_a_higher_one_takes_the_place_of_a_lower_one()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (terms, _) = await RuleShop.TermsAsync(shop);
        terms["ladder"]!["policy"] = "topRungOnly";
        terms["examples"] = RuleShop.Examples((3_200, 150));
        terms["services"] = new System.Text.Json.Nodes.JsonArray();
        terms["classes"] = new System.Text.Json.Nodes.JsonArray();
        await shop.PutAsync("apparel/rules/draft", new { terms });
        await shop.PostAsync("apparel/rules/activation", new { });
        await shop.OnAsync("2026-04-02");
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 1_000);
        (await shop.ClimbedAsync(member, 1_000)).ShouldBe([(1_000, "waiting")]);
        await shop.BuyAsync(member, 1_050);

        (await shop.ClimbedAsync(member, 2_050)).ShouldBe([(1_000, "takenBack"), (2_000, "waiting")]);
    }

    [Fact]
    public async Task Rules_whose_example_fails_or_whose_voucher_is_missing_are_not_put_into_force()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (terms, _) = await RuleShop.TermsAsync(shop);
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/rules/activation", new { })).ShouldBe("rules.no-draft");
        terms["examples"] = RuleShop.Examples((1_000, 51));
        await shop.PutAsync("apparel/rules/draft", new { terms });
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/rules/activation", new { }))
            .ShouldBe("rules.examples-fail");
        terms["examples"] = RuleShop.Examples((1_000, 50));
        await shop.PutAsync("apparel/rules/draft", new { terms });
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/rules/activation", new { }))
            .ShouldBe("membership.tier-not-found");
        terms["services"] = new System.Text.Json.Nodes.JsonArray();
        terms["classes"] = new System.Text.Json.Nodes.JsonArray();
        terms["ladder"]!["rungs"]![0]!["voucher"] = "nowhere";
        await shop.PutAsync("apparel/rules/draft", new { terms });
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/rules/activation", new { }))
            .ShouldBe("apparel.voucher-unknown");
    }

    [Fact, Trait("Req", "AP-02"), Trait("Req", "AP-03")]
    public async Task A_rung_that_says_another_worth_than_its_voucher_has_or_brings_a_percentage_is_not_put_into_force()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await shop.PutAsync("redemption/voucher-definitions/tenth", new
        {
            terms = new
            {
                name = new System.Text.Json.Nodes.JsonObject { ["zh-Hans"] = "九折", ["en"] = "A tenth off" },
                payRate = 0.9, validity = new { days = 60 },
            },
        });
        await shop.PostAsync("redemption/voucher-definitions/tenth/activation", new { });
        var (terms, _) = await RuleShop.TermsAsync(shop);
        terms["services"] = new System.Text.Json.Nodes.JsonArray();
        terms["classes"] = new System.Text.Json.Nodes.JsonArray();
        terms["examples"] = RuleShop.Examples((1_000, 60));
        terms["ladder"]!["rungs"]![0]!["worth"] = 60;

        await shop.PutAsync("apparel/rules/draft", new { terms });
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/rules/activation", new { })).ShouldBe("apparel.worth-differs");
        terms["ladder"]!["rungs"]![0]!["voucher"] = "tenth";
        await shop.PutAsync("apparel/rules/draft", new { terms });
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/rules/activation", new { })).ShouldBe("apparel.voucher-no-cash");
        terms["ladder"]!["rungs"]![0]!["voucher"] = "clothes-50";
        terms["ladder"]!["rungs"]![0]!["worth"] = 50;
        terms["examples"] = RuleShop.Examples((1_000, 50));
        await shop.PutAsync("apparel/rules/draft", new { terms });
        await shop.PostAsync("apparel/rules/activation", new { });
    }
}
