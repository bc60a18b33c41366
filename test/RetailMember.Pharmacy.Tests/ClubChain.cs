using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetailMember.Brands;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests;

/// <summary>A brand with the club switched on, over its API and with the whole product behind it.</summary>
internal sealed class ClubChain(TestHost host, HttpClient client, Brand brand)
{
    private HttpClient client = client;

    private static int lastMobile = 50_000;
    private static int receipts;

    private readonly Dictionary<string, string> mobiles = [];

    public Brand Brand => brand;

    public TestHost Host => host;

    public HttpClient Client => client;

    public static Task<ClubChain> OpenAsync(HostFixture fixture, bool on = true) => OpenAsync(fixture.Host, on);

    public static async Task<ClubChain> OpenAsync(TestHost host, bool on)
    {
        var code = "c" + Key()[^12..];
        var brand = await host.BrandAsync(code, "s1");
        var chain = new ClubChain(host, await host.AdministratorAsync(), brand);
        await chain.PostAsync(
            "membership/programmes/start", new { template = "year-cards", effectiveFrom = "2020-01-01T00:00:00" });
        await chain.FreeTestsAsync();
        if (on) await chain.Client.SwitchAsync("Pharmacy", code, on: true);
        return chain;
    }

    /// <summary>The benefit that the rules name: a test a month for diamond members.</summary>
    public Task<JsonElement> FreeTestsAsync(bool withdrawn = false) => PutAsync("redemption/benefits/glucose-monthly", new
    {
        terms = new { name = Name("免费血糖检测"), shares = new[] { new { tiers = new[] { "diamond" }, most = 1 } }, period = "month" },
        withdrawn,
    });

    public string MobileOf(string member) => mobiles[member];

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static object Name(string text) => new Dictionary<string, string> { ["zh-Hans"] = text, ["en"] = text };

    public async Task<string> MemberAsync(long points = 0, string? tier = null)
    {
        var mobile = (13_600_000_000 + Interlocked.Increment(ref lastMobile)).ToString(CultureInfo.InvariantCulture);
        var member = (await PostAsync("membership/members", new { key = Key(), name = "李明", mobile, sex = "female", storeCode = "s1" }))
            .GetProperty("memberNo").GetString()!;
        mobiles[member] = mobile;
        // Of the year before: they are there, and reach no card.
        if (points > 0) await BuyAsync(member, points, at: "2024-05-02T12:00:00");
        if (tier is not null) await PostAsync($"membership/members/{member}/tier", new { tierCode = tier, reason = "test" });
        return member;
    }

    /// <summary>Buys; says the receipt's number.</summary>
    public async Task<string> BuyAsync(string member, decimal amount, string? at = null)
    {
        var receiptNo = "R" + Interlocked.Increment(ref receipts).ToString(CultureInfo.InvariantCulture);
        await PostAsync("membership/purchases", new { receiptNo, storeCode = "s1", member, amount, occurredAt = at });
        return receiptNo;
    }

    /// <summary>Puts the next version of the programme in force, with its first earning rule changed.</summary>
    public async Task ChangeEarningAsync(Action<JsonObject> change)
    {
        var version = (await PostAsync("membership/programmes", new { fromVersion = 1 })).GetProperty("version").GetInt32();
        var draft = await GetAsync($"membership/programmes/{version}");
        var document = JsonNode.Parse(draft.GetProperty("document").GetRawText())!;
        change(document["earningRules"]![0]!.AsObject());
        await PutAsync(
            $"membership/programmes/{version}", new { revision = draft.GetProperty("revision").GetInt64(), document });
        await PostAsync($"membership/programmes/{version}/activation", new { });
    }

    /// <summary>Somebody of a company.</summary>
    public async Task<string> CompanyAsync()
    {
        var member = await MemberAsync();
        await GroupAsync("company", member);
        return member;
    }

    /// <summary>Puts members into a group of a kind; of a couple all earn for the first.</summary>
    public async Task GroupAsync(string kind, string holder, params string[] members)
    {
        await KindAsync(kind);
        await PostAsync("groups/groups", new { key = Key(), kind, holder, members, agreed = true });
    }

    public Task<JsonElement> KindAsync(string kind) => PutAsync(
        $"groups/kinds/{kind}",
        new { terms = new { name = Name(kind), mostMembers = 5, earning = kind == "couple" ? "holder" : "own" } });

    /// <summary>Waits until all that was bought so far was judged: somebody who buys last is judged last.</summary>
    /// <param name="gold">Points that make gold now.</param>
    public async Task SettleAsync(long gold = 1_200)
    {
        var last = await MemberAsync();
        await BuyAsync(last, gold);
        await UntilGoldAsync(last);
    }

    public Task UntilGoldAsync(string member) => UntilAsync(member, "gold");

    /// <summary>Waits until the club has judged that a member holds a tier.</summary>
    public async Task UntilAsync(string member, string tier)
    {
        for (var tries = 0; await TierAsync(member) != tier; tries++)
        {
            tries.ShouldBeLessThan(400, "The club judges nobody.");
            await Task.Delay(50);
        }
    }

    /// <summary>A member's phone, on which he has logged in.</summary>
    public async Task<TestBrowser> PhoneAsync(string member)
    {
        var (phone, logIn) = (new TestBrowser(host.Client()), $"/m/{brand.Code}/log-in");
        await phone.OpenAsync(logIn);
        (await phone.SubmitAsync(logIn + "/code", ("mobile", mobiles[member]))).EnsureSuccessStatusCode();
        var code = ClubOnSqlite.Sent.CodeFor(mobiles[member]);
        (await phone.SubmitAsync(logIn, ("mobile", mobiles[member]), ("code", code))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return phone;
    }

    /// <summary>Moves the calendar; whoever was signed in is signed in anew.</summary>
    public async Task MoveToAsync(DateTime utc)
    {
        host.Clock.Set(utc);
        client = await host.Staff.AdministratorAsync();
    }

    public Task<JsonElement> RefundAsync(string receiptNo, decimal amount) =>
        PostAsync("membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount });

    public Task<JsonElement> TopUpAsync(string member, string? key = null) =>
        PostAsync("pharmacy/filled-points", new { key = key ?? Key(), storeCode = "s1", member });

    public Task<JsonElement> StandingAsync(string member) => PostAsync("pharmacy/standings", new { member, storeCode = "s1" });

    public async Task<long> PointsAsync(string member) =>
        (await GetAsync("membership/members/" + member)).GetProperty("balances").EnumerateArray()
        .First(b => b.GetProperty("unit").GetString() == "points").GetProperty("usable").GetInt64();

    /// <summary>Waits until campaigns and whoever else listens have brought a member to so many points.</summary>
    public async Task UntilPointsAsync(string member, long points)
    {
        for (var tries = 0; await PointsAsync(member) != points; tries++)
        {
            tries.ShouldBeLessThan(400, "The points do not come.");
            await Task.Delay(50);
        }
    }

    /// <summary>A campaign that gives so many points for each purchase from June 2025 on.</summary>
    public async Task CampaignAsync(long points)
    {
        var terms = new
        {
            name = Name("加分"),
            kind = "purchase",
            from = "2025-06-01",
            prize = new { points },
            examples = new[]
            {
                new
                {
                    title = "any", situation = new { businessDate = "2025-06-18", paid = 10 }, mustGive = new { awarded = true, points },
                },
            },
        };
        await PutAsync("campaigns/campaigns/more", new { terms });
        await PostAsync("campaigns/campaigns/more/activation", new { });
    }

    public async Task<string?> TierAsync(string member) =>
        (await GetAsync("membership/members/" + member)).GetProperty("tier").GetProperty("code").GetString();

    /// <summary>A reward; the article that it is, is no medicine.</summary>
    public async Task<JsonElement> RewardAsync(string reward, object terms)
    {
        if (JsonSerializer.SerializeToElement(terms).GetProperty("article").GetString() is { } article)
            await PutAsync("pharmacy/drugs", new { article, name = "Goods", drugClass = "none" });
        return await SendAsync(HttpMethod.Put, "redemption/rewards/" + reward, new { terms });
    }

    public async Task OfferAsync(string edition, string from, string to, params string[] rewards)
    {
        await SendAsync(
            HttpMethod.Put, "redemption/editions/" + edition, new { from, to, items = rewards.Select(reward => new { reward }) });
        await PostAsync($"redemption/editions/{edition}/publication", new { });
    }

    /// <summary>At the price that the counter shows; at none where it shows no such reward.</summary>
    public async Task<HttpResponseMessage> TryRedeemAsync(string member, string reward)
    {
        var shown = await PostAsync("redemption/affordable-rewards", new { member, storeCode = "s1" });
        var points = shown.GetProperty("rewards").EnumerateArray().Concat(shown.GetProperty("outOfReach").EnumerateArray())
            .Where(r => r.GetProperty("reward").GetString() == reward).Sum(r => r.GetProperty("points").GetInt64());
        return await TryPostAsync("redemption/orders", new { key = Key(), storeCode = "s1", member, reward, points });
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await client.GetAsync(Address(path));
        response.IsSuccessStatusCode.ShouldBeTrue(path + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonElement> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<HttpResponseMessage> TryPostAsync(string path, object body) => client.PostAsJsonAsync(Address(path), body);

    public Task<HttpResponseMessage> TryPutAsync(string path, object body) => client.PutAsJsonAsync(Address(path), body);

    public static async Task<string?> CodeOf(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors[0].GetProperty("code").GetString()
            : problem.GetProperty("code").GetString();
    }

    public async Task<bool> IsSoundAsync() => (await GetAsync("membership/books")).GetProperty("sound").GetBoolean();

    private string Address(string path) => $"/api/brands/{brand.Code}/{path}";

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, Address(path)) { Content = JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(path + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
