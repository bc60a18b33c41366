using System.Text.Json.Serialization;

namespace RetailMember.Pharmacy.Rules;

/// <summary>The diamond card, for who holds gold: so many points earned in the calendar year, spent or not.</summary>
internal sealed record DiamondTerms
{
    /// <summary>Code of the tier in the brand's programme.</summary>
    [JsonPropertyName("tierCode")]
    public string Tier { get; init; } = "diamond";

    /// <summary>Points earned in the calendar year, inclusive.</summary>
    public long YearPoints { get; init; } = 5_000;

    /// <summary>Points that a member day gave count as well.</summary>
    public bool TopUpsCount { get; init; } = true;

    public bool IsReached(bool gold, long fromPurchases, long fromTopUps) =>
        gold && fromPurchases + (TopUpsCount ? fromTopUps : 0) >= YearPoints;
}
