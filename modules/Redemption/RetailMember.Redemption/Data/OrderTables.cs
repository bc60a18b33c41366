using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

internal static class OrderTables
{
    public const string CodePurpose = "redemption.order-code";

    public static void Describe(ModelBuilder model, PersonalData personal)
    {
        model.Entity<RewardOrder>(order =>
        {
            order.Property(o => o.Id).ValueGeneratedNever();
            order.Property(o => o.Kind).HasConversion<short>();
            order.Property(o => o.State).HasConversion<short>();
            order.Property(o => o.PriceCode).HasMaxLength(RedemptionDb.CodeLength);
            order.Property(o => o.Mark).HasMaxLength(RedemptionDb.CodeLength);
            order.Property(o => o.Periods).HasMaxLength(200);
            order.Property(o => o.Code).HasMaxLength(200).HasConversion(personal.Column(CodePurpose));
            order.Property(o => o.CodeIndex).HasMaxLength(43);
            order.Property(o => o.DisclosedBy).HasMaxLength(RedemptionDb.CodeLength);
            order.Ignore(o => o.IsOpen);
            order.Ignore(o => o.PostingKey);
            order.Ignore(o => o.UndoKey);
            order.HasIndex(o => o.CodeIndex).IsUnique();
            order.HasIndex(o => new { o.MemberId, o.Id });
            order.HasIndex(o => new { o.RewardId, o.State });
            order.HasIndex(o => new { o.State, o.HeldUntil });
        });
        model.Entity<RewardOrderStep>(step =>
        {
            step.HasKey(s => s.Id);
            step.HasSequenceKey();
            step.Property(s => s.State).HasConversion<short>();
            step.Property(s => s.Note).HasMaxLength(200);
            step.Property(s => s.Operator).HasMaxLength(RedemptionDb.CodeLength);
            step.HasIndex(s => new { s.OrderId, s.Id });
        });
        model.Entity<RewardOrderShare>(share => share.HasKey(s => new { s.OrderId, s.MemberId }));
        model.Entity<RewardRating>(rating =>
        {
            rating.HasKey(r => r.OrderId);
            rating.Property(r => r.OrderId).ValueGeneratedNever();
            rating.HasIndex(r => new { r.RewardId, r.Stars });
        });
        model.Entity<Entitlement>(entitlement =>
        {
            entitlement.Property(e => e.Id).ValueGeneratedNever();
            entitlement.Property(e => e.PacePeriod).HasConversion<short>();
            entitlement.HasIndex(e => e.MemberId);
            entitlement.ToTable(t => t.HasCheckConstraint("ck_redemption_entitlement_used", "used >= 0 AND used <= uses"));
        });
        model.Entity<EntitlementUse>(use =>
        {
            use.HasKey(u => u.Id);
            use.HasSequenceKey();
            use.Property(u => u.Operator).HasMaxLength(RedemptionDb.CodeLength);
            use.Property(u => u.Note).HasMaxLength(200);
            use.HasIndex(u => u.EntitlementId);
        });
    }
}
