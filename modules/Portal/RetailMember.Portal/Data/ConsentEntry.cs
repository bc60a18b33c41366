using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Portal.Consents;
using RetailMember.UseCases;

namespace RetailMember.Portal.Data;

/// <summary>A member agreed to something, or took it back: a row each, never changed. The latest of a purpose counts.</summary>
internal sealed class ConsentEntry : IBrandOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    public ConsentPurpose Purpose { get; init; }

    public bool Granted { get; init; }

    /// <summary>Of the wording that he had before him.</summary>
    public int WordingVersion { get; init; }

    /// <summary>The words themselves, in the language in which he read them.</summary>
    public required string Wording { get; init; }

    public DateTime At { get; init; }

    public Channel Channel { get; init; }

    public int? StoreId { get; init; }

    /// <summary>The member's number, or who wrote it down for him.</summary>
    public required string Operator { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<ConsentEntry>(entry =>
    {
        entry.ToTable("consent");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Purpose).HasConversion<short>();
        entry.Property(e => e.Channel).HasConversion<short>();
        entry.Property(e => e.Wording).Unbounded();
        entry.Property(e => e.Operator).HasMaxLength(PortalDb.CodeLength);
        entry.HasIndex(e => new { e.MemberId, e.Id });
    });
}
