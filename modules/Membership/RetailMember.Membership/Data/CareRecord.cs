using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>Something done for a member as a customer (顧客關懷): a call, a visit, a complaint heard.</summary>
internal sealed class CareRecord : IBrandOwned
{
    public const int NoteLength = 500;

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    public CareKind Kind { get; init; }

    /// <summary>What was said or done, sealed at rest: it tells of a person.</summary>
    public required string Note { get; init; }

    /// <summary>The store that cares; null for head office, about a member of no store.</summary>
    public int? StoreId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; init; }

    public required string Operator { get; init; }

    /// <summary>The business day on which somebody is to come back to it.</summary>
    public DateOnly? FollowUpOn { get; init; }

    /// <summary>UTC; when somebody did come back to it.</summary>
    public DateTime? FollowedUpAt { get; set; }

    public string? FollowedUpBy { get; set; }
}

internal enum CareKind
{
    Call,
    Visit,
    Message,
    Complaint,
    Gift,
    Other,
}
