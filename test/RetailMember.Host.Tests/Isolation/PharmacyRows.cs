using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of the pharmacy: a drug of its assortment and a test's finding.</summary>
internal static class PharmacyRows
{
    /// <param name="member">Number of a member of the first brand.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task PlantAsync(string member, Func<string, object, bool, Task<JsonElement>> send)
    {
        await send("pharmacy/drugs", new { article = "first-drug", name = Neighbours.Marker, drugClass = "otcB" }, false);
        await send("pharmacy/rankings", new { }, true);
        await send("pharmacy/health-consents", new { member, agreed = true }, true);
        await send(
            "pharmacy/health-records",
            new { key = "h1", storeCode = Neighbours.Store, member, recordKind = "glucoseTest", finding = Neighbours.Marker }, true);
    }
}
