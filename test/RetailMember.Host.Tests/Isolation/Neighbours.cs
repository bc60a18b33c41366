using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>
/// Two brands of one chain. The first has a row of everything, with the marker in every text that is no id; the other
/// has people and a till who know all of the first one's ids.
/// </summary>
public sealed class Neighbours : IAsyncLifetime
{
    public const string Marker = "zebrafinch";
    public const string First = "first";
    public const string Other = "other";

    public const string Store = "first-store";
    private const string Receipt = "FIRST-R-1";
    private const string Card = "first-card-1";

    private TestHost? host;

    public TestHost Host => host!;

    /// <summary>Rows of the first brand, by the part of an address before them and their name in it.</summary>
    public Dictionary<string, string> Ids { get; } = [];

    public IReadOnlyList<Intruder> Intruders { get; private set; } = [];

    /// <summary>Who had done something in the first brand before anybody intruded.</summary>
    public IReadOnlySet<string> Actors { get; private set; } = new HashSet<string>();

    public Intruder OwnDirector { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(new TestHostOptions { Plugins = Verticals.Folder });
        var first = await host.BrandAsync(First, "north");
        var other = await host.BrandAsync(Other, "north");
        var office = await host.AdministratorAsync();
        foreach (var vertical in host.Services.GetRequiredService<ModuleCatalogue>().Running.Where(m => m.IsPlugin))
            foreach (var brand in new[] { First, Other }) await office.SwitchAsync(vertical.Name, brand, on: true);
        var staff = await PlantAsync(office, first);
        OwnDirector = await HireAsync("the own director", DefaultRole.OperationsDirector, first, null);
        Intruders =
        [
            await HireAsync("director", DefaultRole.OperationsDirector, other, null),
            await HireAsync("store manager", DefaultRole.StoreManager, other, "north"),
            new Intruder("till", await host.Staff.TillAsync(other, "north"), null),
        ];
        Ids["people/id"] = staff;
        // Whoever may read leaves traces too, such as of an export of who has read health data.
        Actors = new HashSet<string>(await ActorsAsync()) { OwnDirector.UserName };
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }

    /// <summary>Who has done something in the first brand, by its audit trail.</summary>
    public async Task<IReadOnlySet<string>> ActorsAsync()
    {
        var trail = await (await Host.AdministratorAsync()).GetFromJsonAsync<JsonElement>(Address("platform/audit?size=100"));
        return trail.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("caller").GetString()!).ToHashSet();
    }

    /// <summary>What the intruders write into fields of these names.</summary>
    public IReadOnlyDictionary<string, string> Fields => new Dictionary<string, string>
    {
        ["member"] = Ids["members/member"],
        ["search"] = Ids["members/member"],
        ["storeCode"] = Store,
        ["receiptNo"] = Receipt,
        ["card"] = Card,
        ["key"] = "intruder-1",
        ["unit"] = "points",
    };

    private async Task<string> PlantAsync(HttpClient office, Brand brand)
    {
        await SendAsync(office, "platform/stores", new { code = Store, name = $"{Marker} store", area = Marker });
        await SendAsync(
            office, "membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00Z" });
        await SendAsync(office, "membership/programmes", new { fromVersion = 1, note = Marker });
        var member = await SendAsync(
            office, "membership/members", new { key = "1", name = Marker, mobile = "13800000001", storeCode = Store });
        var no = member.GetProperty("memberNo").GetString()!;
        await SendAsync(office, $"membership/members/{no}/cards", new { card = Card, kind = "barcode" });
        await SendAsync(
            office, "membership/purchases", new { receiptNo = Receipt, storeCode = Store, member = no, amount = 88.80 });
        await SendAsync(
            office, $"membership/members/{no}/adjustments",
            new { key = "2", points = 5, reason = "correction", note = Marker });
        var asked = await SendAsync(
            await Host.Staff.PersonAsync(DefaultRole.StoreManager, brand),
            $"membership/members/{no}/adjustments",
            new { key = "3", points = 50_000, reason = "correction", note = Marker });
        var tomorrow = DateOnly.FromDateTime(Host.Clock.GetUtcNow().DateTime).AddDays(1);
        var care = await SendAsync(
            office, $"membership/members/{no}/care", new { key = "4", kind = "call", note = Marker, followUpOn = tomorrow });
        var till = await SendAsync(office, "platform/tills", new { storeCode = Store, name = $"{Marker} till" });
        var person = await SendAsync(
            office, "platform/people",
            new { userName = "first.person", displayName = $"{Marker} person", role = DefaultRole.Cashier });
        var runs = await SendAsync(office, "platform/jobs/Membership.expire-points/runs", new { });
        var check = await SendAsync(office, "membership/book-checks", new { });
        var ledger = await office.GetFromJsonAsync<JsonElement>(Address($"membership/members/{no}/ledger"));

        Ids["members/member"] = Ids["applications/member"] = no;
        Ids["customers/member"] = Ids["health/member"] = no;
        Ids["stores/code"] = Ids["posters/store"] = Ids["purchases/store"] = Ids["receipts/store"] = Store;
        Ids["purchases/receiptNo"] = Ids["receipts/receiptNo"] = Receipt;
        Ids["cards/card"] = Card;
        Ids["programmes/version"] = "2";
        Ids["tills/id"] = till.GetProperty("id").GetString()!;
        Ids["runs/id"] = runs.GetProperty("runs")[0].GetString()!;
        Ids["adjustments/adjustment"] = asked.GetProperty("adjustment").ToString();
        Ids["follow-ups/care"] = care.GetProperty("care").GetString()!;
        Ids["books/check"] = check.GetProperty("id").GetString()!;
        Ids["imports/import"] = await ImportAsync(office);
        Ids["ledger/posting"] = ledger.GetProperty("items")[0].GetProperty("posting").ToString();
        foreach (var (name, id) in await RedemptionRows.PlantAsync(no, (path, body, posts) => SendAsync(office, path, body, posts)))
            Ids[name] = id;
        foreach (var (name, id) in await CampaignRows.PlantAsync(no, (path, body, posts) => SendAsync(office, path, body, posts)))
            Ids[name] = id;
        foreach (var (name, id) in await EngagementRows.PlantAsync(no, (path, body, posts) => SendAsync(office, path, body, posts)))
            Ids[name] = id;
        foreach (var (name, id) in await StoredValueRows.PlantAsync(
                     no, tomorrow, (path, body, posts) => SendAsync(office, path, body, posts)))
            Ids[name] = id;
        foreach (var (name, id) in await MarketingRows.PlantAsync((path, body, posts) => SendAsync(office, path, body, posts)))
            Ids[name] = id;
        foreach (var (name, id) in await RestaurantRows.PlantAsync(
                     Ids["stored-value-cards/card"], (path, body, posts) => SendAsync(office, path, body, posts),
                     path => office.GetFromJsonAsync<JsonElement>(Address(path))))
            Ids[name] = id;
        await PharmacyRows.PlantAsync(no, (path, body, posts) => SendAsync(office, path, body, posts));
        foreach (var (name, id) in await MemberRows.PlantAsync(no, (path, body, posts) => SendAsync(office, path, body, posts)))
            Ids[name] = id;
        return person.GetProperty("id").GetString()!;
    }

    private async Task<string> ImportAsync(HttpClient office)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("purchases"), "kind" },
            { new StringContent($"receipt_no,occurred_at,store_code,member_no,amount\n{Marker},,,,\n"), "file", $"{Marker}.csv" },
        };
        var answer = await office.PostAsync(Address("membership/imports"), form);
        return (await ReadAsync(answer)).GetProperty("import").ToString();
    }

    private static string Address(string path) => $"/api/brands/{First}/{path}";

    private static async Task<JsonElement> SendAsync(HttpClient client, string path, object body, bool posts = true) =>
        await ReadAsync(posts
            ? await client.PostAsJsonAsync(Address(path), body)
            : await client.PutAsJsonAsync(Address(path), body));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<Intruder> HireAsync(string name, string role, Brand brand, string? store)
    {
        var userName = await Host.Staff.HireAsync(role, brand, store);
        return new(name, await Host.Staff.SignedInAsync(userName), await Host.Staff.BrowserOfAsync(userName))
        {
            UserName = userName,
        };
    }
}

/// <summary>Somebody who is signed in; a till has no browser.</summary>
public sealed record Intruder(string Name, HttpClient Api, TestBrowser? Browser)
{
    /// <summary>Empty: a till's.</summary>
    public string UserName { get; init; } = "";
}
