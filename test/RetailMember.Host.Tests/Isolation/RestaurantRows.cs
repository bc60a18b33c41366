using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of the restaurant: an invoice of a load, and a table's bill.</summary>
internal static class RestaurantRows
{
    /// <param name="card">The key of a card of the first brand that was sold.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    /// <param name="read">Reads an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(
        string card, Func<string, object, bool, Task<JsonElement>> send, Func<string, Task<JsonElement>> read)
    {
        var load = (await read("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString()!;
        var invoice = await send(
            $"restaurant/card-loads/{load}/invoice", new { buyer = Neighbours.Marker, storeCode = Neighbours.Store }, true);
        var shown = await send($"storedvalue/stored-value-cards/{card}/disclosures", new { }, true);
        var opened = await send(
            "restaurant/table-bills",
            new
            {
                key = "table", storeCode = Neighbours.Store, tableNo = "Z1", amount = 10,
                card = shown.GetProperty("fullNumber").GetString(),
            },
            true);
        var bill = opened.GetProperty("tableSummary").GetProperty("tableBill").GetString()!;
        return new Dictionary<string, string>
        {
            ["card-loads/load"] = load,
            ["invoices/invoice"] = invoice.GetProperty("invoice").GetString()!,
            ["table-bills/bill"] = bill,
            ["tables/bill"] = bill,
        };
    }
}
