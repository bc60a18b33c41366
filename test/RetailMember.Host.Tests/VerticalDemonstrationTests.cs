using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Host.Tests;

/// <summary>The chain of the demonstration with its verticals: true to their rules, and with something in every state.</summary>
public sealed class VerticalDemonstrationTests : IAsyncLifetime
{
    private TestHost? host;
    private HttpClient? office;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        office?.Dispose();
        if (host is not null) await host.DisposeAsync();
    }

    /// <param name="today">Null: the real one.</param>
    [Theory, Trait("Req", "PH-01"), Trait("Req", "PH-04"), Trait("Req", "RS-04"), Trait("Req", "RS-12"), Trait("Req", "AP-15")]
    [InlineData(null)]
    [InlineData("2026-02-15")]
    [InlineData("2026-04-03")]
    public async Task Each_brand_keeps_its_verticals_rules_and_has_members_in_every_state(string? today)
    {
        DateTime? morning = today is null
            ? null
            : DateTime.Parse(today + "T02:00:00Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        host = await TestHost.StartAsync(new TestHostOptions { Plugins = Verticals.Folder, Now = morning });
        await host.SeedDemonstrationAsync();
        office = await host.AdministratorAsync();
        await PharmacyAsync();
        await RestaurantAsync();
        await ApparelAsync();
    }

    private async Task PharmacyAsync()
    {
        foreach (var tier in (string[])["standard", "gold", "diamond"])
            (await GetAsync("pharmacy", $"membership/members?tierCode={tier}")).GetProperty("items").GetArrayLength()
                .ShouldBeGreaterThan(0, tier);
        var gift = (await GetAsync("pharmacy", "redemption/rewards/blood-pressure")).GetProperty("terms");
        gift.GetProperty("points").GetInt64().ShouldBe(5_000);
        var price = gift.GetProperty("prices")[0];
        (price.GetProperty("points").GetInt64(), price.GetProperty("receiptOfToday").GetDecimal()).ShouldBe((1_000, 480));
        price.GetProperty("condition").GetString().ShouldBe("pharmacy.gold-card");
        (await GetAsync("pharmacy", "pharmacy/rules")).GetProperty("versions").EnumerateArray()
            .Single(v => v.GetProperty("state").GetString() == "inForce").GetProperty("wording").GetProperty("ranking")
            .GetProperty("voucher").GetString().ShouldBe("refill-30");
        var ranking = (await GetAsync("pharmacy", "pharmacy/rankings")).GetProperty("rankings")[0];
        ranking.TryGetProperty("publishedAt", out _).ShouldBeTrue();
        ranking.GetProperty("places").GetInt32().ShouldBeGreaterThan(0);
        var letters = (await GetAsync("pharmacy", "pharmacy/health-letters")).GetProperty("items").EnumerateArray().ToList();
        letters.ShouldContain(l => !l.GetProperty("agreed").GetBoolean());
        StatesOf(letters).ShouldContain(s => s == "accepted" || s == "delivered");
        letters.ShouldContain(l => l.ToString().Contains("permissionWithdrawn"));
        var accesses = (await PostAsync("pharmacy", "pharmacy/health-accesses/search")).GetProperty("items").EnumerateArray();
        accesses.ShouldContain(a => a.GetProperty("access").GetString() == "read" && a.GetProperty("by").GetString() == "pharmacy.manager");
    }

    private async Task RestaurantAsync()
    {
        var bills = (await GetAsync("restaurant", "restaurant/table-bills?storeCode=harbour")).GetProperty("items").EnumerateArray();
        bills.Select(b => b.GetProperty("state").GetString()).Distinct().Count().ShouldBe(3);
        var invoices = (await GetAsync("restaurant", "restaurant/invoices")).GetProperty("items").EnumerateArray().ToList();
        invoices.Select(i => i.GetProperty("state").GetString()).Distinct().Order()
            .ShouldBe(["declined", "issued", "requested", "reversed", "toReverse"]);
        invoices.Select(i => i.GetProperty("kind").GetString()).ShouldContain("receipt");
        (await GetAsync("restaurant", "restaurant/sleepers")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
    }

    private async Task ApparelAsync()
    {
        foreach (var code in (string[])["energy", "heavyweight"])
        {
            var customers = (await GetAsync("apparel", $"apparel/customers?energyClass={code}&size=200")).GetProperty("customers")
                .GetProperty("items").EnumerateArray().ToList();
            customers.ShouldContain(c => Has(c, "lastContactOn"), code + ": somebody was in touch");
            customers.ShouldContain(c => c.GetProperty("overdue").GetBoolean(), code + ": somebody waits");
            customers.ShouldContain(c => Has(c, "owner"), code + ": somebody looks after one");
        }

        (await GetAsync("apparel", "apparel/members/A100001/ladder")).GetProperty("points").GetInt64().ShouldBeGreaterThan(0);
        (await GetAsync("apparel", "campaigns/campaigns/sprint")).GetProperty("overview").GetProperty("terms").GetProperty("prize")
            .TryGetProperty("tierCode", out _).ShouldBeFalse("Diamonds are reached by buying.");
    }

    private static bool Has(JsonElement row, string name) => row.TryGetProperty(name, out _);

    private static IEnumerable<string?> StatesOf(IEnumerable<JsonElement> letters) =>
        letters.Where(l => l.TryGetProperty("letter", out _)).Select(l => l.GetProperty("letter").GetProperty("state").GetString());

    private Task<JsonElement> GetAsync(string brand, string path) => office!.GetFromJsonAsync<JsonElement>($"/api/brands/{brand}/{path}")!;

    private async Task<JsonElement> PostAsync(string brand, string path)
    {
        using var answer = await office!.PostAsJsonAsync($"/api/brands/{brand}/{path}", new { });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
