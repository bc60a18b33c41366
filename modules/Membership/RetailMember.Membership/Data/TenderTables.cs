using Microsoft.EntityFrameworkCore;

namespace RetailMember.Membership.Data;

/// <summary>The tables of what paid receipts beside money.</summary>
internal static class TenderTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<PurchaseTender>(tender =>
        {
            tender.HasKey(t => new { t.PurchaseId, t.Number });
            tender.Property(t => t.Kind).HasMaxLength(TenderKind.MaxCodeLength);
            tender.Property(t => t.Name).HasMaxLength(MembershipDb.CodeLength);
            tender.Property(t => t.Reference).HasMaxLength(MembershipDb.CodeLength);
        });
        model.Entity<PurchaseTenderLine>(line => line.HasKey(l => new { l.PurchaseId, l.Number, l.LineNo }));
        model.Entity<RefundTender>(tender => tender.HasKey(t => new { t.RefundId, t.Number }));
    }
}
