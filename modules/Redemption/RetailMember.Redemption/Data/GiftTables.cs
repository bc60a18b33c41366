using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

internal static class GiftTables
{
    public static void Describe(ModelBuilder model, PersonalData personal)
    {
        model.Entity<GiftRule>(rule =>
        {
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Property(r => r.Code).HasMaxLength(RedemptionDb.CodeLength).Ordinal();
            rule.Property(r => r.State).HasConversion<short>();
            rule.Property(r => r.Terms).Unbounded();
            rule.Property(r => r.EditedBy).HasMaxLength(RedemptionDb.CodeLength);
            rule.HasIndex(r => new { r.BrandId, r.Code }).IsUnique();
        });
        model.Entity<Gift>(gift =>
        {
            gift.Property(g => g.Id).ValueGeneratedNever();
            gift.Property(g => g.Key).HasMaxLength(RedemptionDb.KeyLength);
            gift.Property(g => g.Reason).HasMaxLength(RedemptionDb.CodeLength);
            gift.Property(g => g.Parts).Unbounded();
            gift.Property(g => g.State).HasConversion<short>();
            gift.Property(g => g.MovedBy).HasMaxLength(RedemptionDb.CodeLength);
            gift.Property(g => g.Note).HasMaxLength(200);
            gift.Property(g => g.Code).HasMaxLength(200).HasConversion(personal.Column(Gift.CodePurpose));
            gift.Property(g => g.CodeIndex).HasMaxLength(43);
            gift.Property(g => g.DisclosedBy).HasMaxLength(RedemptionDb.CodeLength);
            gift.Property(g => g.Refusal).HasMaxLength(RedemptionDb.CodeLength);
            gift.Ignore(g => g.Stands);
            gift.HasIndex(g => new { g.Key, g.BrandId }).IsUnique();
            gift.HasIndex(g => g.CodeIndex).IsUnique();
            gift.HasIndex(g => new { g.BrandId, g.Id });
            gift.HasIndex(g => new { g.MemberId, g.Id });
            gift.HasIndex(g => new { g.RuleId, g.State });
            gift.HasIndex(g => new { g.State, g.ClaimUntil });
        });
        model.Entity<GiftHolder>(holder =>
        {
            holder.HasKey(h => h.MemberId);
            holder.Property(h => h.MemberId).ValueGeneratedNever();
        });
    }
}
