using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Groups.Tests;

/// <summary>A brand with members and points, over its API and with the whole product behind it.</summary>
internal sealed class Chain(HttpClient client, string brand)
{
    private static int last = 30_000;

    public string Brand => brand;

    public static async Task<Chain> OpenAsync(HostFixture fixture)
    {
        var code = "g" + Key()[^12..];
        await fixture.Host.BrandAsync(code, "s1");
        var chain = new Chain(await fixture.Host.AdministratorAsync(), code);
        await chain.PostAsync(
            "membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        await chain.KindAsync("household", "holder", most: 3);
        return chain;
    }

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public Task<JsonElement> KindAsync(
        string kind, string pool, int most, bool proofNeeded = false, bool named = false, bool withdrawn = false) =>
        SendAsync(HttpMethod.Put, "groups/kinds/" + kind, Kind(pool, most, proofNeeded, named, withdrawn));

    /// <summary>All that its two buy earns for the main card.</summary>
    public Task<JsonElement> CoupleKindAsync(string earning = "holder") =>
        SendAsync(HttpMethod.Put, "groups/kinds/couple", Couple(earning));

    public Task<HttpResponseMessage> TryCoupleKindAsync(string earning) =>
        client.PutAsJsonAsync(Address("groups/kinds/couple"), Couple(earning));

    public Task<HttpResponseMessage> TryKindAsync(string kind, string pool, int most) =>
        client.PutAsJsonAsync(Address("groups/kinds/" + kind), Kind(pool, most));

    public async Task<string> MemberAsync(long points = 0)
    {
        var mobile = (13_700_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        var member = (await PostAsync("membership/members", new { key = Key(), name = "李明", mobile, storeCode = "s1" }))
            .GetProperty("memberNo").GetString()!;
        if (points > 0)
            await PostAsync($"membership/members/{member}/adjustments", new { key = Key(), points, reason = "correction" });
        return member;
    }

    public async Task<string> FormAsync(string holder, params string[] members) =>
        (await PostAsync("groups/groups", Forming(holder, members))).GetProperty("group").GetString()!;

    public static object Forming(string holder, params string[] members) => FormingA("household", holder, members);

    public static object FormingA(string kind, string holder, params string[] members) =>
        new { key = Key(), kind, holder, members, agreed = true };

    public async Task<string> MergeAsync(string survivor, string duplicate) =>
        (await PostAsync("membership/merges", new { key = Key(), survivor, duplicate, reason = "same person" }))
        .GetProperty("merge").GetString()!;

    public Task<JsonElement> CloseAsync(string member) =>
        PostAsync($"membership/members/{member}/closure", new { reason = "moved away" });

    public Task<JsonElement> UnmergeAsync(string merge) =>
        PostAsync($"membership/merges/{merge}/reversal", new { reason = "two after all" });

    /// <summary>A reward of these points in an edition that never ends.</summary>
    public async Task<string> RewardAsync(long points)
    {
        var reward = "r" + Key();
        var name = new Dictionary<string, string> { ["zh-Hans"] = "礼品", ["en"] = "Gift" };
        await SendAsync(HttpMethod.Put, "redemption/rewards/" + reward, new { terms = new { name, kind = "goods", points } });
        await SendAsync(
            HttpMethod.Put, "redemption/editions/all", new { from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward } } });
        await PostAsync("redemption/editions/all/publication", new { });
        return reward;
    }

    /// <summary>At the price that the counter shows.</summary>
    public async Task<HttpResponseMessage> TryRedeemAsync(string member, string reward, bool pooled)
    {
        var shown = await PostAsync("redemption/affordable-rewards", new { member, storeCode = "s1", pooled });
        var points = shown.GetProperty("rewards").EnumerateArray().Concat(shown.GetProperty("outOfReach").EnumerateArray())
            .Single(r => r.GetProperty("reward").GetString() == reward).GetProperty("points").GetInt64();
        return await client.PostAsJsonAsync(
            Address("redemption/orders"), new { key = Key(), storeCode = "s1", member, reward, points, pooled });
    }

    public Task<JsonElement> BuyAsync(string member, string receiptNo, decimal amount, object? tenders = null) => PostAsync(
        "membership/purchases", new { receiptNo, storeCode = "s1", member, amount, tenders = tenders ?? Array.Empty<object>() });

    public Task<JsonElement> RefundAsync(string receiptNo, decimal amount) =>
        PostAsync("membership/refunds", new { refundNo = Key(), storeCode = "s1", receiptNo, amount });

    public async Task<bool> IsSoundAsync() => (await GetAsync("membership/books")).GetProperty("sound").GetBoolean();

    public async Task<long> PointsAsync(string member) =>
        (await GetAsync("membership/members/" + member)).GetProperty("balances").EnumerateArray()
        .First(b => b.GetProperty("unit").GetString() == "points").GetProperty("usable").GetInt64();

    public Task<JsonElement> GroupAsync(string group) => GetAsync("groups/groups/" + group);

    public async Task<JsonElement> GetAsync(string path) => await client.GetFromJsonAsync<JsonElement>(Address(path));

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> TryPostAsync(string path, object body) => client.PostAsJsonAsync(Address(path), body);

    /// <summary>The refusal's code, or its first field's where the request is at fault.</summary>
    public async Task<string?> RefusalAsync(string path, object body)
    {
        using var response = await TryPostAsync(path, body);
        return await CodeOf(response);
    }

    public static async Task<string?> CodeOf(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors[0].GetProperty("code").GetString()
            : problem.GetProperty("code").GetString();
    }

    private static object Kind(string pool, int most, bool proofNeeded = false, bool named = false, bool withdrawn = false)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = "家庭", ["en"] = "Household" };
        return new { terms = new { name, mostMembers = most, pool, proofNeeded, household = true, named }, withdrawn };
    }

    private static object Couple(string earning)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = "情侣", ["en"] = "Couple" };
        return new { terms = new { name, mostMembers = 2, leastMembers = 2, earning } };
    }

    private string Address(string path) => $"/api/brands/{brand}/{path}";

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, Address(path)) { Content = JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(path + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
