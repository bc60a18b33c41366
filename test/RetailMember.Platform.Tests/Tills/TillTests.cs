using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Tests.Probe;
using RetailMember.Platform.Tills;

namespace RetailMember.Platform.Tests.Tills;

[Trait("Req", "OPS-16")]
public sealed class TillTests : IAsyncLifetime
{
    private PlatformHost host = null!;
    private Brand brand = null!;
    private CreateTill.Result till = null!;

    public async ValueTask InitializeAsync()
    {
        host = await PlatformHost.StartAsync();
        brand = await host.OpenBrandAsync("pharmacy");
        till = await host.Entry.RunAsync(new CreateTill.Input("north", "till 1"), host.In(brand));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_till_works_at_its_store_and_nowhere_else()
    {
        (await KeepAsync(till.Key)).ShouldBe(HttpStatusCode.OK);
        (await KeepAsync(till.Key, "north")).ShouldBe(HttpStatusCode.OK);
        (await KeepAsync(till.Key, "south")).ShouldBe(HttpStatusCode.Forbidden);
        await host.OpenBrandAsync("apparel");
        (await KeepAsync(till.Key, null, "apparel")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_till_stands_at_a_store()
    {
        var refused = (await host.Entry.TryAsync(new CreateTill.Input("", "till 2"), host.In(brand))).Refusal!;
        refused.Fields.Select(f => f.Field).ShouldBe(["storeCode"]);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_the_next_request()
    {
        (await KeepAsync(till.Key)).ShouldBe(HttpStatusCode.OK);
        await host.Entry.RunAsync(new RevokeTill.Input(till.Id), host.In(brand));
        (await KeepAsync(till.Key)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Closing_a_store_revokes_its_tills()
    {
        await host.Entry.RunAsync(new CloseStore.Input("north"), host.In(brand));
        (await KeepAsync(till.Key)).ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Entry.TryAsync(new CreateTill.Input("north", "till 2"), host.In(brand)))
            .Refusal!.Code.ShouldBe("platform.store-closed");
        var store = host.Services.GetRequiredService<IBrandDirectory>().FindStore(brand.Id, "north")!;
        store.WasOpenAt(DateTime.UtcNow.AddMinutes(1)).ShouldBeFalse();
        store.WasOpenAt(DateTime.UtcNow.AddDays(-1)).ShouldBeTrue();
        await host.Entry.RunAsync(new CloseStore.Input("north", Reopen: true), host.In(brand));
        host.Services.GetRequiredService<IBrandDirectory>().FindStore(brand.Id, "north")!
            .WasOpenAt(DateTime.UtcNow).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_key_or_another_tills_key_is_refused()
    {
        var other = await host.Entry.RunAsync(new CreateTill.Input("south", "till 2"), host.In(brand));
        var (id, secret) = (till.Key[..^44], other.Key[^43..]);
        string[] wrong =
        [
            "", "x", till.Key[..^1], till.Key + "x", $"{id}_{secret}", till.Key.ToUpperInvariant(), new string('a', 5000),
            till.Key[..^1] + "!", till.Key[..^1] + "x",
        ];
        foreach (var key in wrong)
            (await KeepAsync(key)).ShouldBe(HttpStatusCode.Unauthorized, key);
    }

    [Fact]
    public async Task The_key_itself_is_stored_nowhere()
    {
        var row = await host.InTablesAsync(db => db.AcrossBrands<Till>().SingleAsync());
        var secret = Encoding.ASCII.GetBytes(till.Key[^43..]);
        row.KeyHash.ShouldNotBe(secret);
        var audit = await host.InTablesAsync(db => db.Commands.IgnoreQueryFilters().ToListAsync());
        audit.ShouldContain(c => c.UseCase == "platform.create-till");
        audit.ShouldAllBe(c => (c.Answer ?? "").Contains(till.Key) == false && (c.Input ?? "").Contains(till.Key) == false);
    }

    [Fact]
    public async Task When_a_till_was_last_seen_is_written_in_the_background()
    {
        (await FoundAsync()).LastSeenAt.ShouldBeNull();
        await KeepAsync(till.Key);
        await host.Services.GetRequiredService<TillSightings>().WriteAsync(default);
        (await FoundAsync()).LastSeenAt.ShouldNotBeNull();
    }

    private async Task<FindTills.Item> FoundAsync() =>
        (await host.Entry.RunAsync(new FindTills.Input(), host.In(brand))).Items.Single(t => t.Id == till.Id);

    private async Task<HttpStatusCode> KeepAsync(string key, string? storeCode = null, string brandCode = "pharmacy")
    {
        using var client = host.Client("Till " + key);
        var note = new { key = Guid.CreateVersion7().ToString(), text = "t", storeCode };
        return (await client.PostAsJsonAsync($"/api/brands/{brandCode}/probe/notes", note)).StatusCode;
    }
}
