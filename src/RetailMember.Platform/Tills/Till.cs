using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Tills;

/// <summary>A cash register or other device of a store that calls the API with a key of its own.</summary>
internal sealed class Till : IBrandOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    public int StoreId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the key's secret: 256 random bits need no slow hash.</summary>
    public required byte[] KeyHash { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? LastSeenAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<Till>(till =>
    {
        till.Property(t => t.Id).ValueGeneratedNever();
        till.Property(t => t.Name).HasMaxLength(PlatformDb.CodeLength);
        till.Property(t => t.KeyHash).HasMaxLength(32);
        till.HasIndex(t => new { t.BrandId, t.StoreId });
    });
}
