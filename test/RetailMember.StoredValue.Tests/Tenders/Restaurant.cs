using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Testing;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Tenders;

/// <summary>A brand with the whole product behind it, a member at its till and a card in his hand.</summary>
internal sealed class Restaurant(HttpClient client, string member, string seller)
{
    private const string Api = "/api/brands/bistro/";

    private static int last = 20_000;

    public string Member { get; } = member;

    public static async Task<Restaurant> OpenAsync(HostFixture fixture)
    {
        var client = await fixture.Host.AdministratorAsync();
        var brand = await fixture.Host.BrandAsync("bistro", "s1");
        await client.PostAsJsonAsync(
            Api + "membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        var mobile = (13_500_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        using var enrolled = await client.PostAsJsonAsync(
            Api + "membership/members", new { key = Key(), name = "张小芳", mobile, storeCode = "s1" });
        var body = await enrolled.Content.ReadFromJsonAsync<JsonElement>();
        return new Restaurant(
            client, body.GetProperty("memberNo").GetString()!, await fixture.Host.Staff.HireAsync(DefaultRole.ShopGuide, brand));
    }

    /// <summary>A card that was sold for so much, with ten per cent on top: its key and its number.</summary>
    public async Task<(string Card, string Number)> CardAsync(decimal principal)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = "储值卡", ["en"] = "Dining card" };
        var bands = new[] { new { loadFrom = 1, bonusPerMille = 100 } };
        var examples = new[] { new { title = "十送一", loadAmount = 10, mustLeave = new { accepted = true, principal = 10, bonus = 1 } } };
        var type = "t" + Key();
        var cardTerms = new { name, form = "physical", named = false, minimumLoad = 1, bands, examples };
        await SendAsync(HttpMethod.Put, $"storedvalue/card-types/{type}", new { cardTerms });
        await PostAsync($"storedvalue/card-types/{type}/activation", new { });
        var draft = await PostAsync(
            "storedvalue/sales",
            new { key = Key(), storeCode = "s1", cardType = type, principal, seller, paymentMethod = "bankTransfer" });
        var sale = draft.GetProperty("cardSale").GetProperty("saleNo").ToString();
        await PostAsync($"storedvalue/sales/{sale}/payment", new { paymentMethod = "cash" });
        var card = (await PostAsync($"storedvalue/sales/{sale}/loading", new { })).GetProperty("card").GetString()!;
        var shown = await PostAsync($"storedvalue/stored-value-cards/{card}/disclosures", new { });
        return (card, shown.GetProperty("fullNumber").GetString()!);
    }

    /// <summary>Principal and bonus that can be spent.</summary>
    public async Task<(decimal Principal, decimal Bonus)> LeftAsync(string card)
    {
        var read = await client.GetFromJsonAsync<JsonElement>($"{Api}storedvalue/stored-value-cards/{card}");
        var available = read.GetProperty("balance").GetProperty("available");
        return (available.GetProperty("principal").GetDecimal(), available.GetProperty("bonus").GetDecimal());
    }

    /// <summary>What became of a card and by which receipt, the newest first.</summary>
    public async Task<IReadOnlyList<(string? Kind, string? Reference)>> JournalAsync(string card)
    {
        var read = await client.GetFromJsonAsync<JsonElement>($"{Api}storedvalue/stored-value-cards/{card}");
        return
        [
            .. read.GetProperty("moves").EnumerateArray()
                .Select(m => (m.GetProperty("kind").GetString(), m.GetProperty("reference").GetString())),
        ];
    }

    public object Receipt(decimal amount, params object[] tenders) => new
    {
        receiptNo = Key(), storeCode = "s1", member = Member, lines = new[] { new { category = "food", amount } }, tenders,
    };

    public async Task<string?> RefusalAsync(string path, object body)
    {
        using var response = await client.PostAsJsonAsync(Api + path, body);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, Api + path) { Content = JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(path + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
