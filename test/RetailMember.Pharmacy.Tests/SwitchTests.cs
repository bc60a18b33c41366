using System.Net;
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

    private static Task<System.Text.Json.JsonElement> DraftAsync(ClubChain club, object steps, params object[] examples) =>
        club.PutAsync("pharmacy/rules/draft", new { terms = new { topUp = new { steps }, examples } });

    private static Task SwitchAsync(ClubChain club, bool on) => club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on);
}
