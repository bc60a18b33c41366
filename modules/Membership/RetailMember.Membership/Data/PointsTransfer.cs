using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>Points that one member gave to another (積分贈送給好友).</summary>
internal sealed class PointsTransfer : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid GiverId { get; init; }

    public Guid ReceiverId { get; init; }

    public long Points { get; init; }

    /// <summary>The business day that the giver's limit counts.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public required string Operator { get; init; }

    public string? Note { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? ReversedAt { get; set; }

    public string? ReversedBy { get; set; }

    public string? ReversedFor { get; set; }

    public string PostingKey => $"gift:{Id:N}";

    public string ReturnKey => $"gift-return:{Id:N}";
}
