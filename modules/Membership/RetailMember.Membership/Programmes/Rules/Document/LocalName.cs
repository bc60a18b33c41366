using System.Text.Json.Serialization;

namespace RetailMember.Membership.Programmes;

/// <summary>What head office calls a thing, in each language of the product.</summary>
internal sealed record LocalName(
    [property: JsonPropertyName("zh-Hans")] string ZhHans,
    [property: JsonPropertyName("en")] string En)
{
    public string In(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ZhHans : En;
}
