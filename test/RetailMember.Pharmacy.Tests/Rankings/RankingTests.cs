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
