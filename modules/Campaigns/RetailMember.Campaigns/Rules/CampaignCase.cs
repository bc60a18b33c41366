using System.Text.Json.Serialization;
using RetailMember.Values;

namespace RetailMember.Campaigns.Rules;

/// <summary>What happened, as far as a campaign looks at it: in an example made up, otherwise as it was.</summary>
internal sealed record CampaignCase
{
    /// <summary>Business date.</summary>
    [JsonPropertyName("businessDate")]
    public required DateOnly On { get; init; }

    public string? StoreCode { get; init; }

    /// <summary>Code of the tier held; left out: one that takes part.</summary>
    public string? TierCode { get; init; }

    /// <summary>Left out: a day that takes part.</summary>
    public DateOnly? JoinedOn { get; init; }

    /// <summary>Yuan that money paid of the purchase and that was not given back.</summary>
    public Money? Paid { get; init; }

    /// <summary>Days of purchases that count and were not given back; the same day as often as was bought on it.</summary>
    public IReadOnlyList<DateOnly> BoughtOn { get; init; } = [];

    /// <summary>Days of the awards that the member has of this campaign.</summary>
    public IReadOnlyList<DateOnly> AwardedOn { get; init; } = [];

    /// <summary>Of a leaderboard: place, from 1.</summary>
    public int? Rank { get; init; }
}

/// <summary>What a campaign says to a case.</summary>
/// <param name="Points">For the member.</param>
/// <param name="FriendPoints">Of a referral: for the friend.</param>
/// <param name="TierCode">Raised to, unless he holds it or a better one.</param>
/// <param name="Refusal">Text key of why there is no award; null where there is one.</param>
internal sealed record Verdict(long Points = 0, long FriendPoints = 0, string? TierCode = null, string? Refusal = null);

/// <summary>A case with what must come of it.</summary>
/// <param name="Title">What it shows.</param>
internal sealed record CampaignExample(
    string Title,
    [property: JsonPropertyName("situation")] CampaignCase Given,
    [property: JsonPropertyName("mustGive")] ExampleResult Expected);

/// <summary>What an example must come to.</summary>
/// <param name="Awarded">Whether there is an award at all.</param>
/// <param name="TierCode">That a member below it is raised to.</param>
internal sealed record ExampleResult(bool Awarded, long Points = 0, long FriendPoints = 0, string? TierCode = null);
