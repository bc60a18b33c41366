using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;
using RetailMember.Testing;

namespace RetailMember.Apparel.Tests.Shop;

/// <summary>
/// A clothes brand of a test's own: two stores, a programme, the ladder's vouchers, and short ways to ask.
/// </summary>
public sealed class Clothes
{
    private static int brands;
    private static int last;

    private readonly TestHost host;

    private Clothes(TestHost host, Brand brand, HttpClient headOffice) =>
        (this.host, Brand, HeadOffice) = (host, brand, headOffice);

    /// <summary>Monday, 2 March 2026, noon in Shanghai.</summary>
    public static DateTime Start { get; } = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);

    public Brand Brand { get; }

    public HttpClient HeadOffice { get; private set; }

    public static async Task<Clothes> OpenAsync(TestHost host, string template = "four-tiers", bool on = true, bool vouchers = true)
    {
        host.Clock.Set(Start);
        var brand = await host.BrandAsync($"clothes{Interlocked.Increment(ref brands)}", "mall", "street");
        var shop = new Clothes(host, brand, await host.AdministratorAsync());
        if (on) await shop.HeadOffice.SwitchAsync("Apparel", brand.Code, on: true);
        await shop.PostAsync("membership/programmes/start", new { template, effectiveFrom = "2025-01-01T00:00:00" });
        if (vouchers) await shop.AddVouchersAsync();
        return shop;
    }

    /// <summary>The vouchers that rungs bring.</summary>
    public async Task AddVouchersAsync()
    {
        foreach (var yuan in (int[])[50, 100, 150])
        {
            await PutAsync($"redemption/voucher-definitions/clothes-{yuan}", new
            {
                terms = new
                {
                    name = new JsonObject { ["zh-Hans"] = "服装券", ["en"] = "Clothes voucher" },
                    amount = yuan, categories = new[] { "clothes" }, validity = new { days = 60 },
                },
            });
            await PostAsync($"redemption/voucher-definitions/clothes-{yuan}/activation", new { });
        }
    }

    /// <summary>Noon of a day in Shanghai is now; who was logged in logs in again.</summary>
    public async Task OnAsync(string day)
    {
        host.Clock.Set(DateTime.Parse(day + "T04:00:00Z", null, System.Globalization.DateTimeStyles.AdjustToUniversal));
        HeadOffice = await host.Staff.AdministratorAsync();
    }

    public async Task<string> MemberAsync(string joinedOn = "2025-03-10") => (await ReaderAsync(joinedOn)).Member;

    /// <summary>Agrees to commercial messages.</summary>
    public Task AgreeAsync(string member) => PostAsync(
        $"portal/members/{member}/consents", new { purpose = "marketing", granted = true, wordingVersion = 1, storeCode = "mall" });

    /// <summary>A member with the mobile on which he is reached.</summary>
    public async Task<(string Member, string Mobile)> ReaderAsync(string joinedOn = "2025-03-10")
    {
        var number = Interlocked.Increment(ref last);
        var answer = await PostAsync("membership/members", new
        {
            key = $"m{number}", joinedOn, name = "王芳", mobile = $"138{number:00000000}", storeCode = "mall",
            receipt = new { receiptNo = $"first-{number}", amount = 128 },
        });
        return (answer.GetProperty("memberNo").GetString()!, $"138{number:00000000}");
    }

    /// <summary>A receipt at noon; its number and its points.</summary>
    public async Task<(string ReceiptNo, long Points)> BuyAsync(string member, decimal yuan, string? day = null,
        string store = "mall")
    {
        var receiptNo = $"r{Interlocked.Increment(ref last)}";
        var answer = await PostAsync("membership/purchases", Receipt(member, yuan, receiptNo, day, store));
        return (receiptNo, answer.GetProperty("points").GetInt64());
    }

    public static object Receipt(string member, decimal yuan, string receiptNo, string? day, string store) => new
    {
        receiptNo, member, storeCode = store, amount = yuan, occurredAt = day is null ? null : $"{day}T12:00:00",
    };

    public Task<JsonElement> RefundAsync(string receiptNo, decimal yuan) => PostAsync(
        "membership/refunds",
            new { refundNo = $"f{Interlocked.Increment(ref last)}", storeCode = "mall", receiptNo, amount = yuan });

    public Task<JsonElement> LadderAsync(string member) => GetAsync($"apparel/members/{member}/ladder");

    /// <summary>The member's rungs of all months, as threshold and state.</summary>
    public async Task<IReadOnlyList<(long Points, string State)>> RungsAsync(string member) =>
    [
        .. (await LadderAsync(member)).GetProperty("rungs").EnumerateArray()
            .Select(r => (r.GetProperty("points").GetInt64(), r.GetProperty("state").GetString()!)),
    ];

    /// <summary>
    /// Waits until the ladder has heard of so many points of this month: events come a moment after the receipt.
    /// </summary>
    public async Task<IReadOnlyList<(long Points, string State)>> ClimbedAsync(string member, long points)
    {
        await UntilAsync(async () => (await LadderAsync(member)).GetProperty("points").GetInt64() == points);
        return await RungsAsync(member);
    }

    /// <summary>Waits for what events bring about.</summary>
    public static async Task UntilAsync(Func<Task<bool>> come)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await come()) return;
            await Task.Delay(50);
        }

        throw new TimeoutException("What was waited for did not come.");
    }

    /// <summary>Hands the member's waiting gift out at the counter, as staff does.</summary>
    public async Task ClaimAsync(string member, long points) =>
        await PostAsync($"redemption/gifts/{await GiftAsync(member, points)}/claim",
            new { key = $"c{Interlocked.Increment(ref last)}", storeCode = "mall" });

    /// <summary>Notes down that the member does not want it.</summary>
    public async Task DeclineAsync(string member, long points) =>
        await PostAsync($"redemption/gifts/{await GiftAsync(member, points)}/declination", new { reason = "not wanted" });

    private async Task<string?> GiftAsync(string member, long points) =>
        (await LadderAsync(member)).GetProperty("rungs").EnumerateArray()
            .Single(r => r.GetProperty("points").GetInt64() == points).GetProperty("gift").GetString();

    /// <summary>A member's key.</summary>
    public Task<Guid> IdOfAsync(string member) => host.InBrandAsync(Brand, async services =>
        (await services.GetRequiredService<IMemberFiles>().FindAsync([member], CancellationToken.None))[member].Id);

    /// <summary>A receipt of the mall as it was told of.</summary>
    public Task<PurchaseRecorded> PurchaseAsync(string receiptNo, Guid buyer) => host.InBrandAsync(Brand, async services =>
    {
        var store = host.Brands.FindStore(Brand.Id, "mall")!.Id;
        var receipt = await services.GetRequiredService<IMemberReceipts>().FindAsync(store, receiptNo, CancellationToken.None);
        return new PurchaseRecorded(Brand.Id, store, buyer, receipt!.Id, receipt.On, PaidFen: 10_000, Points: 100);
    });

    /// <summary>Tells of what happened.</summary>
    public Task<bool> TellAsync(params IEvent[] happened) => host.InBrandAsync(Brand, async services =>
    {
        var session = services.GetRequiredService<DataSession>();
        await session.BeginAsync();
        await services.GetRequiredService<IOutbox>().AppendAsync(happened, CancellationToken.None);
        await session.CommitAsync();
        return true;
    });

    /// <summary>The texts of all rows and columns, as tables hold them.</summary>
    public Task<IReadOnlyList<string>> InTablesAsync(string sql) => host.InBrandAsync<IReadOnlyList<string>>(Brand, async services =>
    {
        var session = services.GetRequiredService<DataSession>();
        await session.OpenAsync();
        await using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
        return texts;
    });

    /// <summary>What the module has of a member for the copy of his data.</summary>
    public Task<JsonElement> CopyAsync(Guid member) => host.InBrandAsync(Brand, async services =>
        JsonSerializer.SerializeToElement(
            await services.GetServices<IMemberData>().Single(d => d.Name == "apparel").OfAsync(Brand, member, CancellationToken.None),
            Json.Options));

    public Task<HttpResponseMessage> TryAsync(HttpMethod method, string path, object? body = null) =>
        HeadOffice.SendAsync(new HttpRequestMessage(method, Address(path)) { Content = body is null ? null
            : JsonContent.Create(body) });

    public async Task<string> RefusalOfAsync(HttpMethod method, string path, object? body = null)
    {
        var answer = await TryAsync(method, path, body);
        answer.IsSuccessStatusCode.ShouldBeFalse();
        var refusal = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return refusal.GetProperty("code").GetString()!;
    }

    public Task<HttpClient> PersonAsync(string role, string? store = null) =>
        host.Staff.PersonAsync(role, Brand, store);

    public Task<JsonElement> GetAsync(string path) => AnswerAsync(HttpMethod.Get, path, null);

    public Task<JsonElement> PostAsync(string path, object body) => AnswerAsync(HttpMethod.Post, path, body);

    public Task<JsonElement> PutAsync(string path, object body) => AnswerAsync(HttpMethod.Put, path, body);

    public string Address(string path) => $"/api/brands/{Brand.Code}/{path}";

    private async Task<JsonElement> AnswerAsync(HttpMethod method, string path, object? body)
    {
        var answer = await TryAsync(method, path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
