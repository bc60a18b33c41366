using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of Redemption.</summary>
internal static class RedemptionRows
{
    private const string Definition = "first-voucher";

    /// <summary>A voucher of a member, and all that it takes; the ids by the part of an address before them.</summary>
    /// <param name="member">Number of a member of the first brand.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(
        string member, Func<string, object, bool, Task<JsonElement>> send)
    {
        var terms = new
        {
            name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker },
            amount = 10,
            transferable = true,
            validity = new { days = 30 },
        };
        await send($"redemption/voucher-definitions/{Definition}", new { terms }, false);
        await send($"redemption/voucher-definitions/{Definition}/activation", new { }, true);
        var voucher = await send(
            "redemption/vouchers", new { key = "1", member, definition = Definition, reason = Neighbours.Marker }, true);
        var batch = await send(
            "redemption/voucher-batches",
            new { key = "2", members = new[] { member }, definition = Definition, reason = Neighbours.Marker }, true);
        return new Dictionary<string, string>
        {
            ["voucher-definitions/definition"] = Definition,
            ["vouchers/voucher"] = voucher.GetProperty("voucher").GetString()!,
            ["voucher-batches/batch"] = batch.GetProperty("batch").ToString(),
        };
    }
}
