using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Portal.Codes;

namespace RetailMember.Portal.Data;

/// <summary>A code that was sent to a mobile, for one purpose.</summary>
internal sealed class OneTimeCode : IBrandOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>Blind index of the mobile.</summary>
    public required string Recipient { get; init; }

    public CodePurpose Purpose { get; init; }

    /// <summary>Keyed, and bound to brand, purpose and mobile: the million codes cannot be tried on it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Keyed hash of the network address that asked for it.</summary>
    public required string AskedFrom { get; init; }

    public DateTime SentAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public int Tries { get; init; }

    public DateTime? UsedAt { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<OneTimeCode>(code =>
    {
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Recipient).HasMaxLength(PortalDb.IndexLength);
        code.Property(c => c.Purpose).HasConversion<short>();
        code.Property(c => c.Hash).HasMaxLength(32);
        code.Property(c => c.AskedFrom).HasMaxLength(PortalDb.IndexLength);
        code.HasIndex(c => new { c.BrandId, c.Recipient, c.Purpose, c.Id });
        code.HasIndex(c => new { c.AskedFrom, c.SentAt });
        code.HasIndex(c => c.SentAt);
    });
}
