using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Club;

public sealed class TopUpTestsOnSqlite(ClubOnSqlite fixture) : TopUpTests(fixture), IClassFixture<ClubOnSqlite>;

public sealed class TopUpTestsOnPostgres(ClubOnPostgres fixture) : TopUpTests(fixture), IClassFixture<ClubOnPostgres>;

/// <summary>Filling up on a member day, with real members and points.</summary>
[Trait("Req", "PH-03")]
public abstract class TopUpTests(HostFixture fixture)
{
    [Fact, Trait("Req", "CORE-44")]
    public async Task Twenty_tills_at_once_fill_a_member_up_once()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(4_500, "gold");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => club.TopUpAsync(member)));

        answers.Count(a => a.GetProperty("state").GetString() == "filled").ShouldBe(1);
        answers.Sum(a => a.GetProperty("points").GetInt64()).ShouldBe(500);
        (await club.PointsAsync(member)).ShouldBe(5_000);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-02")]
    public async Task A_till_asks_where_a_member_stands_and_fills_up_with_its_own_key()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(1_400, "gold");
        using var till = await club.Host.Staff.TillAsync(club.Brand, "s1");
        var address = $"/api/brands/{club.Brand.Code}/pharmacy/";

        using var standing = await till.PostAsJsonAsync(address + "standings", new { member, storeCode = "s1" });
        using var filled = await till.PostAsJsonAsync(
            address + "filled-points", new { key = ClubChain.Key(), storeCode = "s1", member });

        standing.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await filled.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("points").GetInt64().ShouldBe(100);
    }

    [Fact]
    public async Task The_same_day_gives_nothing_twice_and_the_same_key_answers_the_same()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(1_400, "gold");
        var key = ClubChain.Key();

        (await club.TopUpAsync(member, key)).GetProperty("points").GetInt64().ShouldBe(100);
        (await club.TopUpAsync(member, key)).GetProperty("points").GetInt64().ShouldBe(100);
        var again = await club.TopUpAsync(member);

        again.GetProperty("state").GetString().ShouldBe("filledBefore");
        (await club.PointsAsync(member)).ShouldBe(1_500);
    }

    [Fact]
    public async Task Ordinary_members_are_not_filled_up_and_balances_at_no_step_neither()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (ordinary, between, diamond) =
            (await club.MemberAsync(1_400), await club.MemberAsync(5_200, "gold"), await club.MemberAsync(1_800, "diamond"));

        (await club.TopUpAsync(ordinary)).GetProperty("state").GetString().ShouldBe("notGold");
        (await club.TopUpAsync(between)).GetProperty("state").GetString().ShouldBe("nothingToFill");
        (await club.TopUpAsync(diamond)).GetProperty("points").GetInt64().ShouldBe(200);
        (await club.PointsAsync(ordinary)).ShouldBe(1_400);
    }

    [Fact, Trait("Req", "PH-01")]
    public async Task The_receipt_that_brings_the_gold_card_counts_at_the_counter_at_once()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (filled, seen) = (await club.MemberAsync(200), await club.MemberAsync(200));
        await club.BuyAsync(filled, 1_200);
        (await club.TopUpAsync(filled)).GetProperty("state").GetString().ShouldBe("filled");
        await club.BuyAsync(seen, 1_200);
        var standing = await club.StandingAsync(seen);

        (standing.GetProperty("tierCode").GetString(), standing.GetProperty("hasGold").GetBoolean()).ShouldBe(("gold", true));
        standing.GetProperty("memberDay").GetProperty("state").GetString().ShouldBe("toFill");
        (await club.TierAsync(filled)).ShouldBe("gold");
        (await club.PointsAsync(filled)).ShouldBe(1_500);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_given_is_a_posting_of_its_own_that_says_why()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(3_600, "gold");
        await club.TopUpAsync(member);

        var posting = (await club.GetAsync($"membership/members/{member}/ledger")).GetProperty("items")[0];

        posting.GetProperty("change").GetInt64().ShouldBe(400);
        posting.GetRawText().ShouldContain("pharmacy.top-up");
    }

    [Fact]
    public async Task A_refund_takes_back_what_was_filled_up_on_top_of_its_receipt()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(1_350, "gold");
        var receipt = await club.BuyAsync(member, 50);
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);

        var refund = await club.RefundAsync(receipt, 50);

        refund.GetProperty("undone").EnumerateArray().Select(l => l.GetProperty("kind").GetString()).ShouldContain("top-up");
        (await club.PointsAsync(member)).ShouldBe(1_350);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_receipt_that_came_after_the_filling_up_takes_nothing_of_it()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(1_400, "gold");
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);
        // The club's clock stands at ten in the morning.
        var receipt = await club.BuyAsync(member, 90, at: "2025-06-18T10:01:00");

        await club.RefundAsync(receipt, 90);

        (await club.PointsAsync(member)).ShouldBe(1_500);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_counter_is_told_what_is_missing_and_what_would_be_given()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (near, there) = (await club.MemberAsync(1_399, "gold"), await club.MemberAsync(9_500, "gold"));

        var day = (await club.StandingAsync(near)).GetProperty("memberDay");
        (day.GetProperty("state").GetString(), day.GetProperty("missing").GetInt64()).ShouldBe(("nothingToFill", 1));
        day.GetProperty("next").GetString().ShouldBe("2025-06-18");
        (await club.StandingAsync(there)).GetProperty("memberDay").GetProperty("points").GetInt64().ShouldBe(500);
    }
}
