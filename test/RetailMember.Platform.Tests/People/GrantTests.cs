using System.Net;
using System.Net.Http.Json;
using RetailMember.People;
using RetailMember.Platform.Tests.Probe;

namespace RetailMember.Platform.Tests.People;

/// <summary>Scopes of grants against the reach of permissions, as requests see them.</summary>
[Trait("Req", "OPS-16"), Trait("Req", "OPS-18")]
public sealed class GrantTests(GrantTests.House house) : IClassFixture<GrantTests.House>
{
    private readonly PlatformHost host = house.Host;

    [Theory]
    // A role at one store reaches what happens there, and nothing that belongs to the brand.
    [InlineData("store", "keep at north", HttpStatusCode.OK)]
    [InlineData("store", "keep at south", HttpStatusCode.Forbidden)]
    [InlineData("store", "view", HttpStatusCode.Forbidden)]
    [InlineData("store", "close", HttpStatusCode.Forbidden)]
    [InlineData("store", "view of apparel", HttpStatusCode.NotFound)]
    // A role in the brand reaches all its stores.
    [InlineData("brand", "keep at north", HttpStatusCode.OK)]
    [InlineData("brand", "keep at south", HttpStatusCode.OK)]
    [InlineData("brand", "view", HttpStatusCode.OK)]
    [InlineData("brand", "close", HttpStatusCode.Forbidden)]
    [InlineData("brand", "view of apparel", HttpStatusCode.NotFound)]
    // A role in the chain reaches all brands, but only what the role may.
    [InlineData("chain", "keep at south", HttpStatusCode.OK)]
    [InlineData("chain", "view", HttpStatusCode.OK)]
    [InlineData("chain", "view of apparel", HttpStatusCode.OK)]
    [InlineData("chain", "close", HttpStatusCode.Forbidden)]
    // Head office may everything.
    [InlineData("head office", "view of apparel", HttpStatusCode.OK)]
    [InlineData("head office", "close", HttpStatusCode.OK)]
    // And nobody nothing.
    [InlineData("nobody", "view", HttpStatusCode.Unauthorized)]
    [InlineData("nobody", "view of apparel", HttpStatusCode.Unauthorized)]
    [InlineData("nobody", "close", HttpStatusCode.Unauthorized)]
    public async Task A_grant_reaches_as_far_as_its_scope(string who, string what, HttpStatusCode expected)
    {
        using var client = host.Client(await AuthorizationAsync(who));
        var response = await (what switch
        {
            "keep at north" => client.PostAsJsonAsync("/api/brands/pharmacy/probe/notes", NoteAt("north")),
            "keep at south" => client.PostAsJsonAsync("/api/brands/pharmacy/probe/notes", NoteAt("south")),
            "view" => client.GetAsync("/api/brands/pharmacy/probe/notes"),
            "view of apparel" => client.GetAsync("/api/brands/apparel/probe/notes"),
            _ => client.PostAsJsonAsync("/api/probe/close", new { }),
        });
        response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_brand_that_does_not_exist_looks_like_one_that_is_not_mine()
    {
        using var client = host.Client(await AuthorizationAsync("brand"));
        var foreign = await client.GetAsync("/api/brands/apparel/probe/notes");
        var unknown = await client.GetAsync("/api/brands/nowhere/probe/notes");
        unknown.StatusCode.ShouldBe(foreign.StatusCode);
        (await unknown.Content.ReadAsStringAsync()).Replace("nowhere", "apparel").ShouldBe(await foreign.Content.ReadAsStringAsync());
    }

    private static object NoteAt(string storeCode) => new { key = Guid.CreateVersion7(), text = "t", storeCode };

    private Task<string?> AuthorizationAsync(string who) => house.AuthorizationAsync(who);

    public sealed class House : IAsyncLifetime
    {
        private readonly Dictionary<string, string?> known = [];

        public PlatformHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await PlatformHost.StartAsync();
            await Host.OpenBrandAsync("pharmacy");
            await Host.OpenBrandAsync("apparel");
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();

        public async Task<string?> AuthorizationAsync(string who)
        {
            if (known.TryGetValue(who, out var authorization)) return authorization;
            return known[who] = await HireAsync(who);
        }

        private async Task<string?> HireAsync(string who)
        {
            var staff = new Staff(Host);
            var pharmacy = Host.Brands.Find("pharmacy");
            return who switch
            {
                "store" => await staff.PersonAsync("ann", DefaultRole.StoreManager, pharmacy, "north"),
                "brand" => await staff.PersonAsync("bob", DefaultRole.StoreManager, pharmacy),
                "chain" => await staff.PersonAsync("eve", DefaultRole.StoreManager),
                "head office" => await staff.PersonAsync("root", DefaultRole.HeadOffice),
                _ => null,
            };
        }
    }
}
