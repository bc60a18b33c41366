using RetailMember.Data;

namespace RetailMember.Campaigns.Data;

/// <summary>A member's code for referring friends.</summary>
internal sealed class Referrer : IBrandOwned
{
    public Guid MemberId { get; init; }

    public int BrandId { get; init; }

    /// <summary>Drawn by chance; unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }
}

/// <summary>That one member brought another; at most one for a person, for ever.</summary>
internal sealed class Referral : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid ReferrerId { get; init; }

    /// <summary>The new member; unique.</summary>
    public Guid FriendId { get; init; }

    /// <summary>Index of the friend's mobile, unique in the brand: who enrols again with it is no new friend.</summary>
    public string? FriendMark { get; init; }

    /// <summary>Index of the phone or browser on which the friend enrolled.</summary>
    public string? Device { get; init; }

    /// <summary>The campaign that was active when the friend enrolled; null: none.</summary>
    public Guid? CampaignId { get; init; }

    public ReferralState State { get; set; }

    /// <summary>Why it is held, refused or without an award: a text key.</summary>
    public string? Why { get; set; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly EnrolledOn { get; init; }

    /// <summary>UTC; also the moment at which the referrer reached his count.</summary>
    public DateTime? SucceededAt { get; set; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly? SucceededOn { get; set; }

    /// <summary>The friend's first purchase, where the campaign waits for one.</summary>
    public Guid? PurchaseId { get; set; }

    /// <summary>How often it succeeded: more than once where it was taken back between.</summary>
    public int Times { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public long Version { get; set; }
}

internal enum ReferralState
{
    /// <summary>Waits for the friend to become a member, or to buy.</summary>
    Waiting,

    /// <summary>Looks suspicious: waits for a person's decision.</summary>
    Held,

    Succeeded,
    Refused,
}
