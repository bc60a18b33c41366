using System.Text.Json.Serialization;

namespace RetailMember.Pharmacy.Rules;

/// <summary>The gold card: so many points from purchases within any one natural quarter, and it lasts for that year.</summary>
internal sealed record GoldTerms
{
    /// <summary>Code of the tier in the brand's programme.</summary>
    [JsonPropertyName("tierCode")]
    public string Tier { get; init; } = "gold";

    /// <summary>Points from purchases within one quarter, inclusive.</summary>
    public long QuarterPoints { get; init; } = 1_200;

    /// <summary>Who gets there in the last quarter keeps it for the next year too.</summary>
    public bool LastQuarterCountsForNextYear { get; init; }

    public bool IsReached(long quarterPoints) => quarterPoints >= QuarterPoints;

    /// <summary>The quarters up to a day, each of which alone can make the card good on that day; the newest first.</summary>
    public IEnumerable<Quarter> Behind(DateOnly day)
    {
        for (var quarter = Quarter.Of(day); quarter.Year == day.Year; quarter = quarter.Before) yield return quarter;
        if (LastQuarterCountsForNextYear) yield return new Quarter(day.Year - 1, 4);
    }
}
