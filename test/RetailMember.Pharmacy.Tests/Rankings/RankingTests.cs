using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Rankings;

/// <summary>The quarter's best: frozen once, published on purpose, with masked numbers.</summary>
[Trait("Req", "PH-04")]
public sealed class RankingTests
{
    [Fact]
    public async Task A_quarter_is_frozen_after_its_delay_once_and_published_by_hand()
    {
        await using var hosts = new ClubOnSqlite();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (late, early, best, ordinary) = (
            await club.MemberAsync(), await club.MemberAsync(), await club.MemberAsync(), await club.MemberAsync());
        await club.BuyAsync(early, 2_300, at: "2025-06-12T12:00:00");
        await club.BuyAsync(late, 2_300, at: "2025-06-18T09:00:00");
        await club.BuyAsync(best, 3_000);
        await club.BuyAsync(ordinary, 900);
        await club.SettleAsync();

        await FreezeAsync(club, new DateTime(2025, 7, 7, 2, 0, 0, DateTimeKind.Utc), places: 0);
        await FreezeAsync(club, new DateTime(2025, 7, 8, 2, 0, 0, DateTimeKind.Utc), places: 4);
        await FreezeAsync(club, new DateTime(2025, 7, 9, 2, 0, 0, DateTimeKind.Utc), places: 0);

        var cashier = await CashierWhoPublishesElsewhereAsync(hosts.Host, club);
        var address = $"/api/brands/{club.Brand.Code}/pharmacy/rankings/2025/2";
        using (var hidden = await cashier.GetAsync(address)) hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await club.PostAsync("pharmacy/rankings/2025/2/publication", new { });
        using (var shown = await cashier.GetAsync(address)) shown.StatusCode.ShouldBe(HttpStatusCode.OK);

        var places = (await club.GetAsync("pharmacy/rankings/2025/2")).GetProperty("places").EnumerateArray()
            .Select(p => (p.GetProperty("memberNo").GetString()!, p.GetProperty("points").GetInt64())).ToList();
        places[..3].ShouldBe([(Masked(best), 3_000), (Masked(early), 2_300), (Masked(late), 2_300)]);
        places.ShouldNotContain(p => p.Item1 == Masked(ordinary));
    }

    [Fact]
    public async Task Ranked_is_who_held_the_card_when_the_quarter_ended()
    {
        await using var hosts = new ClubOnSqlite();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (july, gold) = (await club.MemberAsync(), await club.MemberAsync());
        await club.BuyAsync(july, 1_100);
        await club.BuyAsync(gold, 1_300);
        await SettleByAsync(club, gold, "gold");
        await club.MoveToAsync(new DateTime(2025, 7, 3, 2, 0, 0, DateTimeKind.Utc));
        await club.BuyAsync(july, 1_200);
        await SettleByAsync(club, july, "gold");

        await FreezeAsync(club, new DateTime(2025, 7, 8, 2, 0, 0, DateTimeKind.Utc), places: 1);
        (await PlacesAsync(club, "2025/2")).ShouldBe([(Masked(gold), 1_300)]);

        await club.MoveToAsync(new DateTime(2025, 11, 3, 2, 0, 0, DateTimeKind.Utc));
        await club.BuyAsync(gold, 50);
        await club.BuyAsync(july, 70);
        await club.MoveToAsync(new DateTime(2026, 1, 8, 1, 0, 0, DateTimeKind.Utc));
        await club.PostAsync("membership/tier-reviews", new { });
        (await club.TierAsync(july)).ShouldBe("standard");
        // Nobody froze the third quarter in its time.
        await FreezeAsync(club, new DateTime(2026, 1, 8, 2, 0, 0, DateTimeKind.Utc), places: 3);
        (await PlacesAsync(club, "2025/3")).ShouldBe([(Masked(july), 1_200)]);
        (await PlacesAsync(club, "2025/4")).ShouldBe([(Masked(july), 70), (Masked(gold), 50)]);
    }

    [Fact]
    public async Task Quarters_that_were_missed_are_frozen_as_they_ended_and_none_from_before_the_club_was_there()
    {
        await using var hosts = new ClubOnSqlite();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (june, old) = (await club.MemberAsync(), await club.MemberAsync());
        await club.BuyAsync(old, 900, at: "2025-02-03T12:00:00");
        await club.BuyAsync(june, 1_300);
        await SettleByAsync(club, june, "gold");
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        await club.MoveToAsync(new DateTime(2025, 10, 20, 2, 0, 0, DateTimeKind.Utc));
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: true);

        var frozen = await club.PostAsync("pharmacy/rankings", new { });

        frozen.GetProperty("rankings").EnumerateArray()
            .Select(r => (r.GetProperty("year").GetInt32(), r.GetProperty("quarter").GetInt32(), r.GetProperty("places").GetInt32()))
            .ShouldBe([(2025, 2, 1), (2025, 3, 0)]);
        (await PlacesAsync(club, "2025/2")).ShouldBe([(Masked(june), 1_300)]);
        (await club.PostAsync("pharmacy/rankings", new { })).GetProperty("rankings").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Req", "PH-01")]
    public async Task A_receipt_of_the_quarters_last_day_that_is_heard_of_on_the_next_makes_gold_from_its_own_day()
    {
        await using var hosts = new ClubOnSqlite();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var late = await club.MemberAsync();
        await club.MoveToAsync(new DateTime(2025, 7, 1, 2, 0, 0, DateTimeKind.Utc));
        await club.BuyAsync(late, 1_300, at: "2025-06-30T23:59:59");
        await SettleByAsync(club, late, "gold");

        await FreezeAsync(club, new DateTime(2025, 7, 8, 2, 0, 0, DateTimeKind.Utc), places: 1);
        (await PlacesAsync(club, "2025/2")).ShouldBe([(Masked(late), 1_300)]);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-01")]
    public async Task A_receipt_of_the_years_last_day_that_is_heard_of_in_the_next_year_is_ranked_until_its_quarter_is_frozen()
    {
        await using var hosts = new ClubOnSqlite();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (late, tooLate) = (await club.MemberAsync(), await club.MemberAsync());
        await club.MoveToAsync(new DateTime(2026, 1, 2, 2, 0, 0, DateTimeKind.Utc));
        await club.BuyAsync(late, 1_300, at: "2025-12-31T23:59:59");
        await club.SettleAsync();
        (await club.TierAsync(late)).ShouldBe("standard");

        await FreezeAsync(club, new DateTime(2026, 1, 8, 2, 0, 0, DateTimeKind.Utc), places: 1);
        await club.BuyAsync(tooLate, 2_000, at: "2025-12-31T23:59:59");
        await club.SettleAsync();

        (await PlacesAsync(club, "2025/4")).ShouldBe([(Masked(late), 1_300)]);
        (await club.TierAsync(tooLate)).ShouldBe("standard");
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    private static async Task SettleByAsync(ClubChain club, string member, string tier)
    {
        for (var tries = 0; await club.TierAsync(member) != tier; tries++)
        {
            tries.ShouldBeLessThan(400, "The club judges nobody.");
            await Task.Delay(50);
        }
    }

    private static async Task<List<(string, long)>> PlacesAsync(ClubChain club, string quarter) =>
        [.. (await club.GetAsync("pharmacy/rankings/" + quarter)).GetProperty("places").EnumerateArray()
            .Select(p => (p.GetProperty("memberNo").GetString()!, p.GetProperty("points").GetInt64()))];

    private static async Task<HttpClient> CashierWhoPublishesElsewhereAsync(TestHost host, ClubChain club)
    {
        var userName = await host.Staff.HireAsync(DefaultRole.Cashier, club.Brand, "s1");
        var found = await club.Client.GetFromJsonAsync<JsonElement>($"/api/platform/people?search={userName}");
        var id = found.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid();
        await host.BrandAsync("elsewhere", "e1");
        using var granted = await club.Client.PostAsJsonAsync(
            $"/api/brands/elsewhere/platform/people/{id}/permissions", new { permission = "Pharmacy.Rankings.Publish" });
        granted.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await host.Staff.SignedInAsync(userName);
    }

    private static async Task FreezeAsync(ClubChain club, DateTime at, int places)
    {
        await club.MoveToAsync(at);
        (await club.PostAsync("pharmacy/rankings", new { })).GetProperty("places").GetInt32()
            .ShouldBe(places, at.ToString("u", CultureInfo.InvariantCulture));
    }

    private static string Masked(string memberNo) => Membership.MaskedNumber.Of(memberNo);
}
