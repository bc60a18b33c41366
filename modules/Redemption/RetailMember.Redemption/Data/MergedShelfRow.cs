using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>Something that went from one member to another because the two turned out to be one person.</summary>
internal sealed class MergedShelfRow : IBrandOwned
{
    public Guid MergeId { get; init; }

    public MergedShelfKind Kind { get; init; }

    /// <summary>Of the row: its id; of a counter what it counts and the period.</summary>
    public required string Row { get; init; }

    public int BrandId { get; init; }

    /// <summary>What was added to the survivor's counter; 0 for other kinds.</summary>
    public long Amount { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<MergedShelfRow>(row =>
    {
        row.HasKey(r => new { r.MergeId, r.Kind, r.Row });
        row.Property(r => r.Kind).HasConversion<short>();
        row.Property(r => r.Row).HasMaxLength(RedemptionDb.KeyLength);
    });
}

internal enum MergedShelfKind
{
    Voucher,
    Order,
    Entitlement,
    Gift,
    GrantedBenefit,
    BenefitUse,
    Quota,
}
