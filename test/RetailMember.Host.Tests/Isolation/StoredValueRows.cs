using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of StoredValue.</summary>
internal static class StoredValueRows
{
    private const string Type = "first-card-type";

    /// <summary>A card type; the ids by the part of an address before them.</summary>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(Func<string, object, bool, Task<JsonElement>> send)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker };
        var example = new
        {
            title = Neighbours.Marker, load = 10, mustLeave = new { loaded = true, principal = 10, bonus = 0 },
        };
        var cardTerms = new { name, form = "physical", named = false, minimumLoad = 10, examples = new[] { example } };
        await send($"storedvalue/card-types/{Type}", new { cardTerms }, false);
        await send($"storedvalue/card-types/{Type}/activation", new { }, true);
        return new Dictionary<string, string> { ["card-types/cardType"] = Type };
    }
}
