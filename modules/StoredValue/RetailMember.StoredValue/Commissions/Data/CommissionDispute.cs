using RetailMember.Data;

namespace RetailMember.StoredValue.Commissions.Data;

/// <summary>A seller's doubt about a line, and the answer.</summary>
internal sealed class CommissionDispute : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid LineId { get; init; }

    public Guid SellerId { get; init; }

    public required string Seller { get; init; }

    public required string Text { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public string? Answer { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    public long Version { get; set; }
}
