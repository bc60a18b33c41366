using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>Two members who turned out to be one person, and what that moved; it may be undone.</summary>
internal sealed class MemberMerge : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid SurvivorId { get; init; }

    public Guid DuplicateId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public required string Operator { get; init; }

    public required string Reason { get; init; }

    /// <summary>What the survivor gained in points.</summary>
    public long Points { get; set; }

    /// <summary>How both stood before: <see cref="Members.Merging.MergeBefore"/> as JSON.</summary>
    public required string Before { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    public string? UndoneFor { get; set; }

    /// <summary>Points of the duplicate's that he did not get back when it was undone; null while it stands.</summary>
    public long? MissingPoints { get; set; }

    public string LedgerKey => $"merge:{Id:N}";

    public string UndoKey => $"unmerge:{Id:N}";
}

/// <summary>A row that a merge has given to the survivor.</summary>
internal sealed class MergedRow : IBrandOwned
{
    public Guid MergeId { get; init; }

    public MergedKind Kind { get; init; }

    /// <summary>Of the row: its id, or what the reader reads off a card.</summary>
    public required string Row { get; init; }

    public int BrandId { get; init; }

    /// <summary>The duplicate's epoch that a receipt or participation counted in.</summary>
    public int? Epoch { get; init; }
}

internal enum MergedKind
{
    Purchase,
    Participation,
    Card,
    Care,
    Adjustment,
    Award,

    /// <summary>A tag that a person gave.</summary>
    Tag,

    /// <summary>A receipt of somebody else that earned for the duplicate.</summary>
    Earned,

    /// <summary>That a card was renewed.</summary>
    Renewal,
}

internal static class MergeTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<MemberMerge>(merge =>
        {
            merge.Property(m => m.Id).ValueGeneratedNever();
            merge.Ignore(m => m.LedgerKey);
            merge.Ignore(m => m.UndoKey);
            merge.Property(m => m.Operator).HasMaxLength(MembershipDb.CodeLength);
            merge.Property(m => m.Reason).HasMaxLength(200);
            merge.Property(m => m.Before).Unbounded();
            merge.Property(m => m.UndoneBy).HasMaxLength(MembershipDb.CodeLength);
            merge.Property(m => m.UndoneFor).HasMaxLength(200);
            merge.HasIndex(m => new { m.SurvivorId, m.At });
            merge.HasIndex(m => m.DuplicateId);
        });
        model.Entity<MergedRow>(row =>
        {
            row.HasKey(r => new { r.MergeId, r.Kind, r.Row });
            row.Property(r => r.Kind).HasConversion<short>();
            row.Property(r => r.Row).HasMaxLength(MembershipDb.CodeLength);
        });
    }
}
