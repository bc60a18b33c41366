using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>A correction of a member's points by a person: posted at once, or waiting for a second person.</summary>
internal sealed class Adjustment : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>Signed.</summary>
    public long Points { get; init; }

    /// <summary>One of <c>AdjustmentReasons</c>.</summary>
    public required string Reason { get; init; }

    public string? Note { get; init; }

    public AdjustmentStatus Status { get; set; }

    public required string RequestedBy { get; init; }

    /// <summary>Null where the house itself asked.</summary>
    public Guid? RequestedById { get; init; }

    public DateTime RequestedAt { get; init; }

    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public long Version { get; set; }

    public string PostingKey => $"adjustment:{Id:N}";
}

internal enum AdjustmentStatus
{
    Posted,
    Requested,
    Refused,
}
