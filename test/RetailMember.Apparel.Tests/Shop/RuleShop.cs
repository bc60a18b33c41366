using System.Text.Json.Nodes;

namespace RetailMember.Apparel.Tests.Shop;

internal static class RuleShop
{
    /// <summary>The newest wording of the brand's rules, to be changed, and its number.</summary>
    public static async Task<(JsonNode Terms, int Version)> TermsAsync(Clothes shop)
    {
        var newest = (await shop.GetAsync("apparel/rules")).GetProperty("versions")[0];
        return (JsonNode.Parse(newest.GetProperty("wording").GetRawText())!, newest.GetProperty("version").GetInt32());
    }

    public static JsonArray Examples(params (long Points, int Yuan)[] examples) =>
        [.. examples.Select(e => (JsonNode)new JsonObject { ["points"] = e.Points, ["worth"] = e.Yuan })];
}
