using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Portal.Consents;

namespace RetailMember.Portal.Data;

/// <summary>The brand's own words for a purpose; published ones are never changed, the highest version is shown.</summary>
internal sealed class ConsentWording : IBrandOwned
{
    public int BrandId { get; init; }

    public ConsentPurpose Purpose { get; init; }

    /// <summary>From 2 on: 1 is what the product brings.</summary>
    public int Version { get; init; }

    public required string Chinese { get; init; }

    public required string English { get; init; }

    public DateTime PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<ConsentWording>(wording =>
    {
        wording.HasKey(w => new { w.BrandId, w.Purpose, w.Version });
        wording.Property(w => w.Purpose).HasConversion<short>();
        wording.Property(w => w.Chinese).Unbounded();
        wording.Property(w => w.English).Unbounded();
        wording.Property(w => w.PublishedBy).HasMaxLength(PortalDb.CodeLength);
    });
}
