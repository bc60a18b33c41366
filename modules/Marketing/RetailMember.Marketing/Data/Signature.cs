using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>Who writes, in the provider's words: the name in 【】 before every short message.</summary>
internal sealed class Signature : IBrandOwned, IVersioned
{
    public const int NameLength = 24;

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public required string Name { get; init; }

    public TemplateState State { get; set; }

    public required string EditedBy { get; set; }

    public Guid? EditorId { get; set; }

    public DateTime EditedAt { get; set; }

    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public long Version { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<Signature>(signature =>
    {
        signature.Property(s => s.Id).ValueGeneratedNever();
        signature.Property(s => s.Name).HasMaxLength(NameLength).Ordinal();
        signature.Property(s => s.State).HasConversion<short>();
        signature.Property(s => s.EditedBy).HasMaxLength(MarketingDb.CodeLength);
        signature.Property(s => s.DecidedBy).HasMaxLength(MarketingDb.CodeLength);
        signature.HasIndex(s => new { s.BrandId, s.Name }).IsUnique();
    });
}
