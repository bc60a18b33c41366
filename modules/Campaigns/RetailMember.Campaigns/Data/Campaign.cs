using RetailMember.Campaigns.Rules;
using RetailMember.Data;

namespace RetailMember.Campaigns.Data;

/// <summary>A campaign over all its versions, with what it has given and may give.</summary>
internal sealed class Campaign : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public CampaignKind Kind { get; init; }

    public CampaignState State { get; set; }

    /// <summary>The version in force; of one that was never active, its draft.</summary>
    public int Number { get; set; }

    /// <summary>The most points; null: any number. Of the version in force.</summary>
    public long? BudgetPoints { get; set; }

    /// <summary>The most awards; null: any number.</summary>
    public long? BudgetAwards { get; set; }

    /// <summary>Points given, less those taken back.</summary>
    public long SpentPoints { get; set; }

    /// <summary>Awards given, less those taken back wholly.</summary>
    public long SpentAwards { get; set; }

    /// <summary>Of a leaderboard: first day of the last month that was closed.</summary>
    public DateOnly? ClosedMonth { get; set; }

    /// <summary>
    /// Why the last award could not be given that a member had earned, as when its tier is gone: a code. Null: none since
    /// the campaign was activated or resumed.
    /// </summary>
    public string? RefusedWhy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? RefusedAt { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }

    public bool HasRoomFor(long points, long awards) =>
        !(SpentPoints + points > BudgetPoints) && !(SpentAwards + awards > BudgetAwards);
}

/// <summary>One wording of a campaign. Only a draft is edited.</summary>
internal sealed class CampaignVersion : IBrandOwned
{
    public Guid CampaignId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    public int BrandId { get; init; }

    public CampaignVersionState State { get; set; }

    /// <summary><see cref="CampaignTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ActivatedAt { get; set; }
}

internal enum CampaignState
{
    Draft,

    /// <summary>Gives awards.</summary>
    Active,

    /// <summary>Gives none until it is resumed.</summary>
    Paused,

    /// <summary>Stopped itself, because its budget leaves no further award.</summary>
    Spent,

    /// <summary>Over for good; what it gave is still taken back where its reason falls away.</summary>
    Ended,
}

internal enum CampaignVersionState
{
    Draft,
    InForce,
    Replaced,
}
