using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>
/// Vouchers for many members at once, and how far it came: each step issues some and moves the cursor in one transaction,
/// so that a batch which was killed goes on where it was.
/// </summary>
internal sealed class VoucherBatch : IBrandOwned
{
    /// <summary>The columns that a step moves.</summary>
    public static readonly string[] Moving =
        [nameof(State), nameof(Cursor), nameof(Done), nameof(Issued), nameof(Refused), nameof(EndedAt),
        nameof(EndReason)];

    public long Id { get; init; }

    public int BrandId { get; init; }

    public Guid DefinitionId { get; init; }

    /// <summary>Who is meant: <see cref="Vouchers.Batches.BatchAudience"/> as JSON.</summary>
    public required string Audience { get; init; }

    public required string Reason { get; init; }

    public VoucherBatchState State { get; set; }

    /// <summary>The last member that is done; empty at the beginning.</summary>
    public Guid Cursor { get; set; }

    /// <summary>Members when it began.</summary>
    public long Total { get; init; }

    /// <summary>Members so far.</summary>
    public long Done { get; set; }

    public long Issued { get; set; }

    /// <summary>Members who have had as many as the definition allows, or left meanwhile.</summary>
    public long Refused { get; set; }

    public required string StartedBy { get; init; }

    public int? StoreId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>The business date from which the days of use count, for all of them.</summary>
    public DateOnly On { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Code of why it ended before its end; null where it did not, or where somebody stopped it.</summary>
    public string? EndReason { get; set; }
}

internal enum VoucherBatchState
{
    Running,
    Done,

    /// <summary>Somebody stopped it, or its definition has ended; what was issued stays.</summary>
    Stopped,
}
