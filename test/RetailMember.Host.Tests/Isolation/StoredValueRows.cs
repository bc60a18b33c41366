using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of StoredValue.</summary>
internal static class StoredValueRows
{
    private const string Type = "first-card-type";

    /// <summary>
    /// A card type, a sale of such a card and a campaign; the ids by the part of an address before them.
    /// </summary>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(Func<string, object, bool, Task<JsonElement>> send)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker };
        var example = new
        {
            title = Neighbours.Marker, loadAmount = 10, mustLeave = new { accepted = true, principal = 10, bonus = 0 },
        };
        var cardTerms = new { name, form = "physical", named = false, minimumLoad = 10, examples = new[] { example } };
        await send($"storedvalue/card-types/{Type}", new { cardTerms }, false);
        await send($"storedvalue/card-types/{Type}/activation", new { }, true);
        var sale = await SellAsync(send);
        await send("storedvalue/sales-campaigns/first-race", new { name, from = "2025-06-01", to = "2025-06-30" }, false);
        var nobodys = Guid.CreateVersion7().ToString();
        return new Dictionary<string, string>
        {
            ["card-types/cardType"] = Type,
            ["stored-value-cards/card"] = nobodys,
            ["own-cards/card"] = nobodys,
            ["charges/bill"] = nobodys,
            ["holds/hold"] = nobodys,
            ["sales/sale"] = sale,
            ["sales-campaigns/campaign"] = "first-race",
            ["settlements/settlement"] = "1",
            ["commission-lines/commissionLine"] = "0197815e-0000-7000-8000-000000000002",
            ["commission-disputes/dispute"] = "0197815e-0000-7000-8000-000000000003",
        };
    }

    private static async Task<string> SellAsync(Func<string, object, bool, Task<JsonElement>> send)
    {
        var draft = new
        {
            key = "sale", storeCode = Neighbours.Store, cardType = Type, seller = "first.person", principal = 1_000,
            paymentMethod = "bankTransfer", tenderReference = Neighbours.Marker,
        };
        var sale = (await send("storedvalue/sales", draft, true)).GetProperty("cardSale").GetProperty("saleNo").ToString();
        foreach (var step in (string[])["payment", "loading", "delivery"]) await send($"storedvalue/sales/{sale}/{step}", new { }, true);
        return sale;
    }
}
