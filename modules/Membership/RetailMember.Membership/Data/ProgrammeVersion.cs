using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>One version of a brand's programme. Versions in force are never edited: a change is a new version.</summary>
internal sealed class ProgrammeVersion : IBrandOwned, IVersioned
{
    public int BrandId { get; init; }

    /// <summary>1, 2, 3… within the brand.</summary>
    public int Number { get; init; }

    public ProgrammeStatus Status { get; set; }

    /// <summary>The document with its worked examples, as JSON.</summary>
    public required string Document { get; set; }

    /// <summary>UTC; from then on it judges purchases. Null while it is a draft.</summary>
    public DateTime? EffectiveFrom { get; set; }

    public string? Note { get; set; }

    public required string DraftedBy { get; init; }

    public DateTime DraftedAt { get; init; }

    public string? ActivatedBy { get; set; }

    public DateTime? ActivatedAt { get; set; }

    public long Version { get; set; }

    /// <summary>Activated for later: it judges nothing yet.</summary>
    public bool IsScheduledAt(DateTime utc) => Status == ProgrammeStatus.Active && EffectiveFrom > utc;
}

internal enum ProgrammeStatus
{
    Draft,
    Active,
    Discarded,
}
