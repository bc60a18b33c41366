using System.Text.Json.Serialization;
using RetailMember.Membership;

namespace RetailMember.Apparel.Rules;

/// <summary>
/// A class of customers by weight, as a segment: by tiers, by tags where other thresholds are wanted. The first class
/// that fits is a member's own.
/// </summary>
internal sealed record EnergyClass
{
    public required string Code { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>Codes of tiers, one of which is held; empty: any.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Codes of tags, one of which he has; empty: any.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Somebody is in touch with each member at least every so many days; null: nobody need be.</summary>
    public int? ContactEveryDays { get; init; }

    /// <summary>All who fit, also those of whom another class is the own one.</summary>
    [JsonIgnore]
    public MemberSegment Segment => new(Tiers) { Tags = Tags };

    public bool Fits(string tier, IReadOnlyCollection<string> tags) =>
        (Tiers.Count == 0 || Tiers.Contains(tier)) && (Tags.Count == 0 || Tags.Any(tags.Contains));

    /// <summary>The last day to be in touch again.</summary>
    public DateOnly? NextContact(DateOnly last) => ContactEveryDays is { } days ? last.AddDays(days) : null;
}
