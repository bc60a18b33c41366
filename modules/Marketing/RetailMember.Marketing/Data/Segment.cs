using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>A group of members that is known by its conditions. What it says is in its versions.</summary>
internal sealed class Segment : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary>The newest version: the one that is chosen from now on.</summary>
    public int Number { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Segment>(segment =>
        {
            segment.Property(s => s.Id).ValueGeneratedNever();
            segment.Property(s => s.Code).HasMaxLength(MarketingDb.CodeLength).Ordinal();
            segment.Property(s => s.EditedBy).HasMaxLength(MarketingDb.CodeLength);
            segment.HasIndex(s => new { s.BrandId, s.Code }).IsUnique();
        });
        model.Entity<SegmentVersion>(version =>
        {
            version.HasKey(v => new { v.SegmentId, v.Number });
            version.Property(v => v.Terms).Unbounded();
            version.Property(v => v.EditedBy).HasMaxLength(MarketingDb.CodeLength);
        });
    }
}

/// <summary>What a segment said from one day to another; never changed, so that a campaign always knows whom it meant.</summary>
internal sealed class SegmentVersion : IBrandOwned
{
    public Guid SegmentId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    public int BrandId { get; init; }

    /// <summary><see cref="Segments.Rules.SegmentTerms"/> as JSON.</summary>
    public required string Terms { get; init; }

    public required string EditedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; init; }
}
