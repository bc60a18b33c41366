using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests.House;

/// <summary>A brand of its own with the whole product behind it, the vertical switched on, and one member.</summary>
internal sealed class Hotel(TestHost host, Brand brand, HttpClient office)
{
    private static int last;

    public Brand Brand { get; } = brand;

    public HttpClient Office => office;

    public string Api => $"/api/brands/{Brand.Code}/";

    public string Member { get; private set; } = "";

    /// <summary>Of <see cref="Member"/>.</summary>
    public string Mobile { get; private set; } = "";

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static async Task<Hotel> OpenAsync(TestHost host, bool on = true)
    {
        var number = Interlocked.Increment(ref last);
        var brand = await host.BrandAsync($"hotel{number}", "s1", "s2");
        var house = new Hotel(host, brand, await host.AdministratorAsync());
        await house.PostAsync(
            "membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        (house.Member, house.Mobile) = await house.ReaderAsync("2023-01-01");
        await house.SettingAsync("StoredValue.SellersMayLoad", "true");
        if (on) await house.SwitchAsync(on: true);
        return house;
    }

    /// <summary>A brand that another host over the same tables has opened.</summary>
    public static async Task<Hotel> AgainAsync(TestHost host, string brand) => new(
        host, host.Services.GetRequiredService<IBrandDirectory>().Find(brand)!, await host.AdministratorAsync());

    public Task SettingAsync(string name, string value) =>
        SendAsync(HttpMethod.Put, $"platform/settings/{name}", new { value });

    public Task SwitchAsync(bool on) => office.SwitchAsync("Restaurant", Brand.Code, on);

    public async Task<string> EnrolAsync(string joinedOn) => (await ReaderAsync(joinedOn)).Member;

    public async Task<(string Member, string Mobile)> ReaderAsync(string joinedOn)
    {
        var mobile = (13_600_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        var enrolled = await PostAsync(
            "membership/members", new { key = Key(), name = "张小芳", mobile, storeCode = "s1", joinedOn });
        return (enrolled.GetProperty("memberNo").GetString()!, mobile);
    }

    /// <summary>A card of the restaurant's type that was sold for so much, ten per cent on top: its key, number and load.</summary>
    public async Task<(string Card, string Number)> CardAsync(decimal principal)
    {
        var card = (await SellAsync(await CardTypeAsync(), principal)).GetProperty("card").GetString()!;
        return (card, await NumberAsync(card));
    }

    public async Task<string> NumberAsync(string card) =>
        (await PostAsync($"storedvalue/stored-value-cards/{card}/disclosures", new { })).GetProperty("fullNumber").GetString()!;

    /// <summary>Unnamed cards with a tenth on top.</summary>
    public async Task<string> CardTypeAsync()
    {
        var type = "t" + Key();
        var name = new Dictionary<string, string> { ["zh-Hans"] = "储值卡", ["en"] = "Dining card" };
        var cardTerms = new
        {
            name,
            form = "physical",
            named = false,
            minimumLoad = 5_000,
            lossReport = false,
            bands = new object[]
            {
                new { loadFrom = 5_000, loadBelow = 50_000, bonusPerMille = 100 },
                new { loadFrom = 50_000, bonusPerMille = 100, mayFloat = true },
            },
            examples = new[]
            {
                new { title = "五千送五百", loadAmount = 5_000, mustLeave = new { accepted = true, principal = 5_000, bonus = 500 } },
            },
        };
        await SendAsync(HttpMethod.Put, $"storedvalue/card-types/{type}", new { cardTerms });
        await PostAsync($"storedvalue/card-types/{type}/activation", new { });
        return type;
    }

    /// <param name="member">Whose it is, where cards of the type are somebody's.</param>
    public Task<JsonElement> SellAsync(string type, decimal principal, string? member = null) => LoadAsync(new
    {
        key = Key(), storeCode = "s1", cardType = type, principal, paymentMethod = "bankTransfer", tenderReference = "T", member,
    });

    /// <summary>Money is put on a card that is there; its sale.</summary>
    public Task<JsonElement> ReloadAsync(string number, decimal principal) => LoadAsync(new
    {
        key = Key(), storeCode = "s1", cardNumber = number, principal, paymentMethod = "bankTransfer", tenderReference = "T",
    });

    /// <summary>From the draft of a sale to the money on the card.</summary>
    public async Task<JsonElement> LoadAsync(object sold)
    {
        var draft = await PostAsync("storedvalue/sales", sold);
        var sale = draft.GetProperty("cardSale").GetProperty("saleNo").ToString();
        await PostAsync($"storedvalue/sales/{sale}/payment", new { paymentMethod = "bankTransfer" });
        return await PostAsync($"storedvalue/sales/{sale}/loading", new { });
    }

    /// <summary>A sale is taken back within the days in which the customer needs no reason: asked for and approved.</summary>
    public async Task PayBackAsync(JsonElement sale)
    {
        var address = $"{Api}storedvalue/sales/{sale.GetProperty("saleNo")}/repayment";
        using var asks = await host.Staff.PersonAsync(People.DefaultRole.HeadOffice);
        using var approves = await host.Staff.PersonAsync(People.DefaultRole.HeadOffice);
        using var asked = await asks.PostAsJsonAsync(
            address,
            new
            {
                key = Key(), reason = "七日内退卡", payout = "bankAccount", identityCheck = "身份证", accountName = "张小芳",
                accountNo = "6222000011112222",
            });
        asked.IsSuccessStatusCode.ShouldBeTrue(await asked.Content.ReadAsStringAsync());
        using var approved = await approves.PostAsJsonAsync(
            address + "-decision", new { approve = true, decision = "同意", payoutReference = "T" + Key() });
        approved.IsSuccessStatusCode.ShouldBeTrue(await approved.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> ChargeAsync(string number, decimal amount) => office.PostAsJsonAsync(
        Api + "storedvalue/charges", new { receiptNo = Key(), storeCode = "s1", amount, cards = new[] { number } });

    public object Receipt(decimal list, params object[] tenders) => new
    {
        receiptNo = Key(), storeCode = "s1", member = Member, lines = new[] { new { category = "food", listAmount = list } }, tenders,
    };

    /// <summary>What the same basket would cost, at its best price where money pays it.</summary>
    public Task<JsonElement> QuoteAsync(decimal list, params object[] tenders) => PostAsync(
        "membership/quotes",
        new { storeCode = "s1", member = Member, lines = new[] { new { category = "food", listAmount = list } }, tenders });

    public async Task<decimal> AvailableAsync(string card)
    {
        var read = await GetAsync($"storedvalue/stored-value-cards/{card}");
        return read.GetProperty("balance").GetProperty("available").GetProperty("total").GetDecimal();
    }

    /// <summary>The code of the refusal.</summary>
    public async Task<string?> RefusalAsync(string path, object body) => await CodeOf(await office.PostAsJsonAsync(Api + path, body));

    public static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.ShouldBeFalse();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonElement> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<JsonElement> GetAsync(string path) => office.GetFromJsonAsync<JsonElement>(Api + path)!;

    public Task<HttpResponseMessage> TryGetAsync(string path) => office.GetAsync(Api + path);

    /// <summary>Waits until events have been heard: they come a moment after what they tell of.</summary>
    public static async Task UntilAsync(Func<Task<bool>> heard)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await heard()) return;
            await Task.Delay(50);
        }

        throw new TimeoutException("What was waited for did not come.");
    }

    public T Service<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, Api + path) { Content = JsonContent.Create(body) };
        using var answer = await office.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(path + await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
