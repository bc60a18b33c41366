using System.Text.Json;
using System.Text.Json.Serialization;

namespace RetailMember.Membership.Programmes;

/// <summary>Why a receipt came to its price, points and growth, in the order in which it was worked out.</summary>
internal sealed record Explanation(IReadOnlyList<ExplanationLine> Lines)
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The form in which it is kept beside a posting.</summary>
    public string ToJson() => JsonSerializer.Serialize(Lines, Compact);

    public static Explanation FromJson(string json) =>
        new(JsonSerializer.Deserialize<ExplanationLine[]>(json, Compact) ?? []);

    /// <summary>The part of it that one unit's posting needs.</summary>
    public Explanation Of(EarningUnit unit) => new([.. Lines.Where(line => !line.IsPrice && line.Unit == unit)]);
}
