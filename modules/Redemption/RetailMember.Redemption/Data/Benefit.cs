using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>Something that members are entitled to. What changes counts from then on; what was used stays used.</summary>
internal sealed class Benefit : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary><see cref="Benefits.Rules.BenefitTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>Nobody has it any more.</summary>
    public bool Withdrawn { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>A benefit that was granted to a member by name: one row for each thing that it was granted for.</summary>
internal sealed class GrantedBenefit : IBrandOwned
{
    /// <summary>The columns that another grant moves.</summary>
    public static readonly string[] Moving =
        [nameof(From), nameof(To), nameof(Reason), nameof(Revoked), nameof(MovedBy), nameof(MovedAt)];

    public Guid BenefitId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>What it was granted for: see <see cref="BenefitGrant.Source"/>.</summary>
    public required string Source { get; init; }

    public int BrandId { get; init; }

    /// <summary>First day, in the brand's time zone.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day; null: until it is revoked.</summary>
    public DateOnly? To { get; set; }

    public required string Reason { get; set; }

    public bool Revoked { get; set; }

    public required string MovedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime MovedAt { get; set; }

    public bool HoldsOn(DateOnly day) => !Revoked && From <= day && !(To < day);
}

/// <summary>One time that a benefit was had; it is taken back once, and else never changed.</summary>
internal sealed class BenefitUse : IBrandOwned
{
    /// <summary>The columns that taking it back moves.</summary>
    public static readonly string[] Moving = [nameof(TakenBackAt), nameof(TakenBackBy), nameof(TakenBackFor)];

    public long Id { get; set; }

    public int BrandId { get; init; }

    /// <summary>The business key; unique in the brand.</summary>
    public required string Key { get; init; }

    public Guid BenefitId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>In which it counts; see <see cref="Quota.Period"/>.</summary>
    public required string Period { get; init; }

    /// <summary>How often he could have it after this one; null: as often as he likes.</summary>
    public long? Left { get; init; }

    /// <summary>The voucher that it gave.</summary>
    public Guid? VoucherId { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? TakenBackAt { get; set; }

    public string? TakenBackBy { get; set; }

    /// <summary>Why.</summary>
    public string? TakenBackFor { get; set; }
}

internal static class BenefitTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Benefit>(benefit =>
        {
            benefit.Property(b => b.Id).ValueGeneratedNever();
            benefit.Property(b => b.Code).HasMaxLength(RedemptionDb.CodeLength).Ordinal();
            benefit.Property(b => b.Terms).Unbounded();
            benefit.Property(b => b.EditedBy).HasMaxLength(RedemptionDb.CodeLength);
            benefit.HasIndex(b => new { b.BrandId, b.Code }).IsUnique();
        });
        model.Entity<GrantedBenefit>(grant =>
        {
            grant.HasKey(g => new { g.MemberId, g.BenefitId, g.Source });
            grant.HasIndex(g => new { g.BenefitId, g.MemberId });
            grant.Property(g => g.Source).HasMaxLength(RedemptionDb.CodeLength).Ordinal();
            grant.Property(g => g.Reason).HasMaxLength(RedemptionDb.CodeLength);
            grant.Property(g => g.MovedBy).HasMaxLength(RedemptionDb.CodeLength);
        });
        model.Entity<BenefitUse>(use =>
        {
            use.HasKey(u => u.Id);
            use.HasSequenceKey();
            use.Property(u => u.Key).HasMaxLength(RedemptionDb.KeyLength);
            use.Property(u => u.Period).HasMaxLength(RedemptionDb.CodeLength);
            use.Property(u => u.Operator).HasMaxLength(RedemptionDb.CodeLength);
            use.Property(u => u.TakenBackBy).HasMaxLength(RedemptionDb.CodeLength);
            use.Property(u => u.TakenBackFor).HasMaxLength(RedemptionDb.CodeLength);
            use.HasIndex(u => new { u.Key, u.BrandId }).IsUnique();
            use.HasIndex(u => new { u.MemberId, u.BenefitId, u.Period });
            use.HasIndex(u => new { u.BenefitId, u.Id });
        });
    }
}
