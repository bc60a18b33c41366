using System.Net;
using System.Net.Http.Json;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests;

/// <summary>Switched on per brand, switched off at the next request, and gone on where it stopped.</summary>
[Trait("Req", "PH-12")]
public sealed class SwitchTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    [Fact]
    public async Task Off_stops_rules_and_addresses_and_keeps_every_row()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(1_400, "gold");
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);
        var receipt = await club.BuyAsync(member, 10);

        await SwitchAsync(club, on: false);

        using (var closed = await club.TryPostAsync("pharmacy/filled-points", new { key = ClubChain.Key(), storeCode = "s1", member }))
            closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await club.RefundAsync(receipt, 10);
        (await club.IsSoundAsync()).ShouldBeTrue();
        await SwitchAsync(club, on: true);
        (await club.TopUpAsync(member)).GetProperty("state").GetString().ShouldBe("filledBefore");
    }

    [Fact, Trait("Req", "PH-01"), Trait("Req", "PH-05")]
    public async Task On_again_it_gives_the_cards_that_were_reached_while_it_was_off()
    {
        var club = await ClubChain.OpenAsync(fixture, on: false);
        var (gold, diamond, near) = (await club.MemberAsync(), await club.MemberAsync(), await club.MemberAsync());
        await club.BuyAsync(gold, 1_300);
        await club.BuyAsync(near, 1_199);
        await SwitchAsync(club, on: true);
        await club.UntilGoldAsync(gold);
        await SwitchAsync(club, on: false);
        await club.BuyAsync(diamond, 1_300, at: "2025-02-03T12:00:00");
        await club.BuyAsync(diamond, 3_700);

        await SwitchAsync(club, on: true);

        await club.UntilAsync(diamond, "diamond");
        (await club.TierAsync(near)).ShouldBe("standard");
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-01"), Trait("Req", "PH-05")]
    public async Task Rules_that_ask_for_less_give_their_cards_without_another_purchase()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (gold, filled, below) = (await club.MemberAsync(), await club.MemberAsync(1_400, "gold"), await club.MemberAsync());
        await club.BuyAsync(gold, 1_100);
        await club.BuyAsync(below, 900);
        (await club.TopUpAsync(filled)).GetProperty("points").GetInt64().ShouldBe(100);
        await club.SettleAsync();
        var examples = new[] { new { asks = "gold", points = 1_000, gives = 1 } };
        await club.PutAsync(
            "pharmacy/rules/draft",
            new { terms = new { gold = new { quarterPoints = 1_000 }, diamond = new { yearPoints = 100 }, examples } });

        await club.PostAsync("pharmacy/rules/activation", new { });

        await club.UntilAsync(gold, "diamond");
        await club.UntilAsync(filled, "diamond");
        (await club.TierAsync(below)).ShouldBe("standard");
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task One_brand_has_it_and_another_has_not()
    {
        var (with, without) = (await ClubChain.OpenAsync(fixture), await ClubChain.OpenAsync(fixture, on: false));
        (await with.GetAsync("pharmacy/rules")).GetProperty("versions")[0].GetProperty("version").GetInt32().ShouldBe(0);
        using var closed = await without.TryPostAsync("pharmacy/standings", new { member = await without.MemberAsync() });
        closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Numbers_change_by_a_version_with_its_day_and_examples_that_come_out()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(900, "gold");
        var steps = new[] { new { from = 900, to = 1_000 } };
        var gives = new { asks = "topUp", points = 900, gives = 100 };
        await DraftAsync(club, steps, gives with { gives = 99 });

        using (var fails = await club.TryPostAsync("pharmacy/rules/activation", new { }))
            (await ClubChain.CodeOf(fails)).ShouldBe("rules.examples-fail");
        await DraftAsync(club, steps, gives);
        using (var past = await club.TryPostAsync("pharmacy/rules/activation", new { effectiveFrom = "2025-06-17T00:00:00" }))
            (await ClubChain.CodeOf(past)).ShouldBe("rules.effective-from-in-the-past");
        await DraftAsync(club, steps);
        using (var none = await club.TryPostAsync("pharmacy/rules/activation", new { }))
            (await ClubChain.CodeOf(none)).ShouldBe("rules.examples-missing");
        (await club.TopUpAsync(member)).GetProperty("state").GetString().ShouldBe("nothingToFill");
        await DraftAsync(club, steps, gives);
        await club.PostAsync("pharmacy/rules/activation", new { });

        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);
        using var again = await club.TryPostAsync("pharmacy/rules/activation", new { });
        (await ClubChain.CodeOf(again)).ShouldBe("rules.no-draft");
    }

    [Fact, Trait("Req", "PH-04"), Trait("Req", "PH-06"), Trait("Req", "PH-10")]
    public async Task Rules_that_name_what_is_not_there_are_not_put_in_force_and_say_what_it_is()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var examples = new[] { new { asks = "gold", points = 1_200, gives = 1 } };
        await club.FreeTestsAsync(withdrawn: true);
        await NamedAsync(new { examples }, "pharmacy.glucose-benefit-unknown", "glucoseBenefit");
        await NamedAsync(
            new { glucoseBenefit = (string?)null, ranking = new { voucher = "thanks" }, examples }, "pharmacy.ranking-voucher-unknown",
            "ranking.voucher");
        await club.PutAsync("redemption/voucher-definitions/thanks", new
        {
            terms = new { name = ClubChain.Name("谢礼券"), amount = 10, validity = new { days = 30 } },
        });
        await NamedAsync(
            new { glucoseBenefit = (string?)null, ranking = new { voucher = "thanks" }, examples }, "pharmacy.ranking-voucher-unknown",
            "ranking.voucher");
        var breaks = new[] { new { leastPieces = 0, leastAmount = 5_000, payRate = 0.95 } };
        await NamedAsync(
            new { glucoseBenefit = (string?)null, groupPrice = new { kind = "firm", breaks }, examples }, "pharmacy.group-kind-unknown",
            "groupPrice.kind");

        await club.PostAsync("redemption/voucher-definitions/thanks/activation", new { });
        await club.FreeTestsAsync();
        await club.PutAsync("pharmacy/rules/draft", new { terms = new { ranking = new { voucher = "thanks" }, examples } });
        (await club.PostAsync("pharmacy/rules/activation", new { })).GetProperty("state").GetString().ShouldBe("inForce");

        async Task NamedAsync(object terms, string code, string field)
        {
            await club.PutAsync("pharmacy/rules/draft", new { terms });
            using var refused = await club.TryPostAsync("pharmacy/rules/activation", new { });
            var problem = await refused.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
            problem.GetProperty("code").GetString().ShouldBe(code);
            problem.GetProperty("facts").GetProperty("field").GetString().ShouldBe(field);
        }
    }

    private static Task<System.Text.Json.JsonElement> DraftAsync(ClubChain club, object steps, params object[] examples) =>
        club.PutAsync("pharmacy/rules/draft", new { terms = new { topUp = new { steps }, examples } });

    private static Task SwitchAsync(ClubChain club, bool on) => club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on);
}
