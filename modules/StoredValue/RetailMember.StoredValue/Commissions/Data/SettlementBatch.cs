using RetailMember.Data;

namespace RetailMember.StoredValue.Commissions.Data;

/// <summary>Commission lines that are paid together. Once approved it never changes.</summary>
internal sealed class SettlementBatch : IBrandOwned, IVersioned
{
    /// <summary>The number that people know it by.</summary>
    public long Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Lines that were payable by the end of this business day.</summary>
    public DateOnly UpTo { get; init; }

    public SettlementState State { get; set; }

    public int Lines { get; init; }

    public long Fen { get; init; }

    public Guid? PreparedById { get; init; }

    public required string PreparedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime PreparedAt { get; init; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC; approved or discarded.</summary>
    public DateTime? DecidedAt { get; set; }

    public string? ExportedBy { get; set; }

    /// <summary>UTC; first export.</summary>
    public DateTime? ExportedAt { get; set; }

    public long Version { get; set; }
}

internal enum SettlementState
{
    Draft,
    Approved,

    /// <summary>Its file was fetched; it may be fetched again and is the same.</summary>
    Exported,

    /// <summary>Given up as a draft; its lines wait for the next.</summary>
    Discarded,
}
