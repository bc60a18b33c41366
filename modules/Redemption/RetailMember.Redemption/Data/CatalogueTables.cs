using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

internal static class CatalogueTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Reward>(reward =>
        {
            reward.Property(r => r.Id).ValueGeneratedNever();
            reward.Property(r => r.Code).HasMaxLength(RedemptionDb.CodeLength).Ordinal();
            reward.Property(r => r.Terms).Unbounded();
            reward.Property(r => r.EditedBy).HasMaxLength(RedemptionDb.CodeLength);
            reward.HasIndex(r => new { r.BrandId, r.Code }).IsUnique();
        });
        model.Entity<RewardStock>(stock =>
        {
            stock.HasKey(s => new { s.RewardId, s.StoreId });
            stock.Ignore(s => s.Left);
            stock.ToTable(t => t.HasCheckConstraint(
                "ck_redemption_reward_stock_taken", "taken >= 0 AND taken <= supplied"));
        });
        model.Entity<RewardPicture>(picture =>
        {
            picture.HasKey(p => p.RewardId);
            picture.Property(p => p.RewardId).ValueGeneratedNever();
            picture.Property(p => p.ContentType).HasMaxLength(32);
            picture.Property(p => p.Hash).HasMaxLength(24);
        });
        model.Entity<Edition>(edition =>
        {
            edition.Property(e => e.Id).ValueGeneratedNever();
            edition.Property(e => e.Code).HasMaxLength(RedemptionDb.CodeLength);
            edition.Property(e => e.Items).Unbounded();
            edition.Property(e => e.EditedBy).HasMaxLength(RedemptionDb.CodeLength);
            edition.HasIndex(e => new { e.BrandId, e.Code }).IsUnique();
            edition.HasIndex(e => new { e.BrandId, e.From });
        });
        model.Entity<EditionCalendar>(calendar =>
        {
            calendar.HasKey(c => c.BrandId);
            calendar.Property(c => c.BrandId).ValueGeneratedNever();
        });
    }
}
