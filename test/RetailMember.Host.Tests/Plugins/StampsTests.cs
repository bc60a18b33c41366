using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Plugins;

/// <summary>The sample plug-in, dropped in: on for one brand, off for the other, at every door, without a restart.</summary>
public abstract class StampsTests(StampsTests.StampsHost stamps)
{
    private const string Module = "Stamps";

    private TestHost Host => stamps.Host;

    [Fact]
    public async Task Its_addresses_are_there_where_it_is_on_and_its_rows_outlive_the_switch()
    {
        var (on, off) = await BrandsAsync();
        var headOffice = await Host.AdministratorAsync();

        (await headOffice.GetAsync(Cards(on))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var closed = await headOffice.GetAsync(Cards(off));
        closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await closed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("module.off");

        await EnrolAsync(on, "keeper");
        (await CardCountAsync(on, atLeast: 1)).ShouldBeGreaterThan(0);
        await headOffice.SwitchAsync(Module, on.Code, on: false);
        (await headOffice.GetAsync(Cards(on))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await headOffice.SwitchAsync(Module, on.Code, on: true);
        (await CardCountAsync(on, atLeast: 1)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Its_page_and_its_menu_item_are_there_where_it_is_on()
    {
        var (on, off) = await BrandsAsync();
        var browser = await Host.Staff.BrowserAsync(DefaultRole.HeadOffice);

        (await browser.OpenAsync($"/brands/{on.Code}/stamps/cards")).ShouldContain("Stamp cards");
        (await browser.GetAsync($"/brands/{off.Code}/stamps/cards")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/brands/{on.Code}/platform/stores")).ShouldContain("/stamps/cards");
        (await browser.OpenAsync($"/brands/{off.Code}/platform/stores")).ShouldNotContain("/stamps/cards");
    }

    [Fact]
    public async Task It_hears_of_new_members_where_it_is_on()
    {
        var (on, off) = await BrandsAsync();
        await EnrolAsync(off, "unheard");
        await EnrolAsync(on, "heard");

        (await CardCountAsync(on, atLeast: 1)).ShouldBeGreaterThan(0);
        var headOffice = await Host.AdministratorAsync();
        await headOffice.SwitchAsync(Module, off.Code, on: true);
        (await CardCountAsync(off, atLeast: 0)).ShouldBe(0);
        await headOffice.SwitchAsync(Module, off.Code, on: false);
    }

    [Fact]
    public async Task Its_seam_adds_points_to_the_visit_that_fills_the_card_where_it_is_on()
    {
        var (on, off) = await BrandsAsync();
        foreach (var (brand, expected) in new[] { (on, 60L), (off, 10L) })
        {
            var member = await EnrolAsync(brand, $"visitor-{brand.Code}");
            var till = await Host.Staff.TillAsync(brand, "main");
            // The first stamp is for joining.
            if (brand == on) await CardCountAsync(on, atLeast: 1);
            for (var day = 1; day <= 8; day++)
            {
                (await BuyAsync(till, brand, member, day)).ShouldBe(10);
                if (brand == on) await StampedAsync(brand, member, day);
            }

            (await BuyAsync(till, brand, member, 9)).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Its_job_runs_where_it_is_on()
    {
        var (on, off) = await BrandsAsync();
        var headOffice = await Host.AdministratorAsync();

        (await RunAsync(on)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RunAsync(off)).IsSuccessStatusCode.ShouldBeFalse();

        Task<HttpResponseMessage> RunAsync(Brand brand) =>
            headOffice.PostAsJsonAsync($"/api/brands/{brand.Code}/platform/jobs/Stamps.clear-idle-cards/runs", new { });
    }

    [Fact]
    public async Task Its_permission_is_asked_for_and_granted_like_any_other()
    {
        var (on, _) = await BrandsAsync();
        var manager = await Host.Staff.PersonAsync(DefaultRole.StoreManager, on, "main");
        var cashier = await Host.Staff.PersonAsync(DefaultRole.Cashier, on, "main");

        (await manager.GetAsync(Cards(on))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cashier.GetAsync(Cards(on))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Its_addresses_stand_in_the_API_document() =>
        (await Host.Client().GetStringAsync("/openapi/v1.json")).ShouldContain("/api/brands/{brand}/stamps/cards");

    private static string Cards(Brand brand) => $"/api/brands/{brand.Code}/stamps/cards";

    /// <summary>Two brands of this test's own, with a programme each; the plug-in is on for the first.</summary>
    private async Task<(Brand On, Brand Off)> BrandsAsync()
    {
        var number = Interlocked.Increment(ref stamps.Brands);
        var (on, off) = (await Host.BrandAsync($"on{number}", "main"), await Host.BrandAsync($"off{number}", "main"));
        var headOffice = await Host.AdministratorAsync();
        foreach (var brand in new[] { on, off })
        {
            var started = await headOffice.PostAsJsonAsync(
                $"/api/brands/{brand.Code}/membership/programmes/start",
                new { template = "four-tiers", effectiveFrom = "2025-01-01T00:00:00" });
            started.IsSuccessStatusCode.ShouldBeTrue(await started.Content.ReadAsStringAsync());
        }

        await headOffice.SwitchAsync(Module, on.Code, on: true);
        return (on, off);
    }

    private async Task<string> EnrolAsync(Brand brand, string memberNo)
    {
        var headOffice = await Host.AdministratorAsync();
        var mobile = $"199{Interlocked.Increment(ref stamps.Mobiles):00000000}";
        var answer = await headOffice.PostAsJsonAsync(
            $"/api/brands/{brand.Code}/membership/members",
            new { key = memberNo, memberNo, joinedOn = "2025-01-01", name = "王芳", mobile });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return memberNo;
    }

    private static async Task<long> BuyAsync(HttpClient till, Brand brand, string member, int day)
    {
        var answer = await till.PostAsJsonAsync($"/api/brands/{brand.Code}/membership/purchases", new
        {
            receiptNo = $"{member}-{day}", member, amount = 10, occurredAt = $"2025-02-{day:00}T10:00:00",
        });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("points").GetInt64();
    }

    /// <summary>How many cards the brand has, waiting a little for those that events open.</summary>
    private async Task<int> CardCountAsync(Brand brand, int atLeast)
    {
        var headOffice = await Host.AdministratorAsync();
        for (var attempt = 0; ; attempt++)
        {
            var cards = await headOffice.GetFromJsonAsync<JsonElement>(Cards(brand));
            var count = cards.GetProperty("items").GetArrayLength();
            if (count >= atLeast || attempt == 100) return count;
            await Task.Delay(100);
        }
    }

    /// <summary>Waits until the visit of that day is stamped: events come a moment after the purchase.</summary>
    private async Task StampedAsync(Brand brand, string member, int day)
    {
        var headOffice = await Host.AdministratorAsync();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var cards = await headOffice.GetFromJsonAsync<JsonElement>(Cards(brand));
            var card = cards.GetProperty("items").EnumerateArray()
                .FirstOrDefault(c => c.GetProperty("memberNo").GetString() == member);
            if (card.ValueKind == JsonValueKind.Object && card.TryGetProperty("lastOn", out var last)
                && last.GetString() == $"2025-02-{day:00}") return;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Day {day} was not stamped.");
    }

    public abstract class StampsHost(DatabaseKind kind) : IAsyncLifetime
    {
        private HostFixture? fixture;

        public TestHost Host => fixture!.Host;

        internal int Brands;
        internal int Mobiles;

        public async ValueTask InitializeAsync()
        {
            var plugins = Directory.CreateTempSubdirectory("retailmember-plugins-").FullName;
            await SamplePlugin.DropIntoAsync(plugins);
            fixture = new Dropped(new TestHostOptions { Database = kind, Plugins = plugins });
            await fixture.InitializeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            if (fixture is not null) await fixture.DisposeAsync();
        }

        private sealed class Dropped(TestHostOptions options) : HostFixture(options);
    }

    public sealed class OnSqlite() : StampsHost(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : StampsHost(DatabaseKind.Postgres);
}

public sealed class StampsTestsOnSqlite(StampsTests.OnSqlite host) : StampsTests(host), IClassFixture<StampsTests.OnSqlite>;

public sealed class StampsTestsOnPostgres(StampsTests.OnPostgres host)
    : StampsTests(host), IClassFixture<StampsTests.OnPostgres>;
