using System.Text;

namespace RetailMember.Bench.Product;

/// <summary>Furnishes a shop with stored-value cards that were sold, each with one load of both pockets.</summary>
internal sealed class CardShop(Shop shop)
{
    public const string Path = $"/api/brands/{Shop.Brand}/storedvalue";

    private const string Type = "bench";
    private const int Principal = 40_000;
    private const int SmallPrincipal = 100;

    /// <summary>Yuan that a small card holds, ten per cent of it on top.</summary>
    public const int LastMoney = SmallPrincipal + (SmallPrincipal / 10);

    private static readonly Dictionary<string, string> Name = new() { ["zh-Hans"] = "储值卡", ["en"] = "Card" };

    /// <summary>The numbers of cards that hold far more than is ever charged.</summary>
    public Task<IReadOnlyList<byte[]>> SellAsync(int cards) => SellAsync(cards, Principal);

    /// <summary>The numbers of cards that hold <see cref="LastMoney"/>.</summary>
    public Task<IReadOnlyList<byte[]>> SellSmallAsync(int cards) => SellAsync(cards, SmallPrincipal);

    private async Task<IReadOnlyList<byte[]>> SellAsync(int cards, int principal)
    {
        using var api = shop.OpenAsOwner();
        var result = new { accepted = true, principal = 10, bonus = 1 };
        await api.PutAsync($"{Path}/card-types/{Type}", new
        {
            cardTerms = new
            {
                name = Name,
                form = "physical",
                named = false,
                minimumLoad = 1,
                bands = new[] { new { loadFrom = 1, bonusPerMille = 100 } },
                examples = new[] { new { title = "ten per cent", loadAmount = 10, mustLeave = result } },
            },
        });
        await api.PostAsync($"{Path}/card-types/{Type}/activation", new { });
        // One person sells, takes the money, loads, and looks at every number.
        await api.PutAsync($"/api/brands/{Shop.Brand}/platform/settings/StoredValue.SellersMayLoad", new { value = "true" });
        await api.PutAsync($"/api/brands/{Shop.Brand}/platform/settings/StoredValue.NumbersShownAnHour", new { value = "100000" });
        var numbers = new List<byte[]>(cards);
        for (var i = 1; i <= cards; i++) numbers.Add(Encoding.UTF8.GetBytes(await SellAsync(api, i, principal)));
        return numbers;
    }

    private static async Task<string> SellAsync(Api api, int i, int principal)
    {
        var draft = await api.PostAsync($"{Path}/sales", new
        {
            key = $"{i}", storeCode = Shop.Store, cardType = Type, principal, paymentMethod = "bankTransfer",
            tenderReference = $"{i}",
        });
        var sale = draft["cardSale"]!["saleNo"];
        await api.PostAsync($"{Path}/sales/{sale}/payment", new { paymentMethod = "bankTransfer" });
        var loaded = await api.PostAsync($"{Path}/sales/{sale}/loading", new { });
        var shown = await api.PostAsync($"{Path}/stored-value-cards/{loaded["card"]!.GetValue<string>()}/disclosures", new { });
        return shown["fullNumber"]!.GetValue<string>();
    }
}
