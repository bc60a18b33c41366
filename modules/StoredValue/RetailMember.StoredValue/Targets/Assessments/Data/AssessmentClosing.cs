using RetailMember.Data;

namespace RetailMember.StoredValue.Targets.Assessments.Data;

/// <summary>A month whose assessment is fixed, or waits for somebody else's approval. Once approved it never changes.</summary>
internal sealed class AssessmentClosing : IBrandOwned, IVersioned
{
    public int BrandId { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; init; }

    /// <summary>Unique in the brand, rising: of two months that are closed at once one is asked again.</summary>
    public int Number { get; init; }

    public AssessmentState State { get; set; }

    /// <summary>Rows, those of differences included.</summary>
    public int Rows { get; init; }

    public long Fen { get; init; }

    public Guid? PreparedById { get; init; }

    public required string PreparedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime PreparedAt { get; init; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public long Version { get; set; }
}

internal enum AssessmentState
{
    /// <summary>Waits for approval; discarded, it is as if it had not been prepared.</summary>
    Draft,

    /// <summary>Fixed, and what it pays goes into the next settlement.</summary>
    Approved,
}
