using System.Text.Json;

namespace RetailMember.Restaurant.Tests.House;

/// <summary>Guests of a hotel: their visits, and what it knows of them.</summary>
internal static class Guests
{
    /// <summary>Waits until those who joined long ago are known.</summary>
    public static async Task HeardAsync(Hotel house, int sleepers)
    {
        await house.PostAsync("restaurant/guest-counts", new { });
        await Hotel.UntilAsync(async () => (await SleepersAsync(house)).Count == sleepers);
    }

    public static async Task<List<JsonElement>> SleepersAsync(Hotel house) =>
        [.. (await house.GetAsync("restaurant/sleepers")).GetProperty("items").EnumerateArray()];

    public static async Task<JsonElement> RoundAsync(Hotel house) => (await house.GetAsync("restaurant/sleep")).GetProperty("rounds")[0];

    public static async Task<List<JsonElement>> CallsAsync(Hotel house)
    {
        var half = (await RoundAsync(house)).GetProperty("halfYear").GetString();
        return [.. (await house.GetAsync($"restaurant/wake-up-calls?halfYear={half}")).GetProperty("items").EnumerateArray()];
    }

    public static Task<JsonElement> VisitAsync(Hotel house, string member, DateOnly on) => house.PostAsync(
        "membership/purchases",
        new
        {
            receiptNo = Hotel.Key(), storeCode = "s1", member, amount = 100,
            occurredAt = on.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc),
        });
}
