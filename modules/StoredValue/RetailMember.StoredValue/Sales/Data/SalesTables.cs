using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.StoredValue.Targets.Data;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>The tables of sales, commission and targets.</summary>
internal static class SalesTables
{
    public const int NameLength = 64;
    public const int ReasonLength = 200;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<CardSale>(sale =>
        {
            sale.HasSequenceKey();
            sale.Property(s => s.Kind).HasConversion<short>();
            sale.Property(s => s.State).HasConversion<short>();
            sale.Property(s => s.Tender).HasConversion<short>();
            sale.Property(s => s.Attribution).HasConversion<short>();
            sale.Property(s => s.Decision).HasConversion<short>();
            foreach (var name in (string[])[
                nameof(CardSale.CardType), nameof(CardSale.Seller), nameof(CardSale.TenderReference),
                nameof(CardSale.PaymentReference), nameof(CardSale.DecidedBy), nameof(CardSale.DraftedBy), nameof(CardSale.PaidBy),
                nameof(CardSale.LoadedBy), nameof(CardSale.DeliveredBy), nameof(CardSale.EndedBy), nameof(CardSale.Campaign),
                nameof(CardSale.FormerSeller), nameof(CardSale.CorrectedBy), nameof(CardSale.Channel)])
                sale.Property(name).HasMaxLength(NameLength);
            foreach (var reason in (string[])[
                nameof(CardSale.AskedWhy), nameof(CardSale.DecidedWhy), nameof(CardSale.EndedWhy), nameof(CardSale.CorrectedWhy)])
                sale.Property(reason).HasMaxLength(ReasonLength);
            sale.Ignore(s => s.NetFen);
            sale.HasIndex(s => new { s.BrandId, s.State, s.Id });
            sale.HasIndex(s => new { s.SellerId, s.Id });
            sale.HasIndex(s => new { s.BrandId, s.DeliveredOn });
            sale.HasIndex(s => new { s.BrandId, s.LoadedOn });
            sale.HasIndex(s => s.LoadId);
            sale.HasIndex(s => s.CardId);
            sale.HasIndex(s => s.MemberId);
            sale.HasIndex(s => s.MergeId);
            sale.ToTable(t => t.HasCheckConstraint(
                "ck_storedvalue_card_sale_refunded", "refunded_fen >= 0 AND refunded_fen <= principal_fen"));
        });
        model.Entity<UnexpectedPayment>(payment =>
        {
            payment.Property(p => p.Id).ValueGeneratedNever();
            payment.Property(p => p.Cause).HasConversion<short>();
            payment.Ignore(p => p.IsOfHolder);
            payment.Ignore(p => p.IsOfOrder);
            payment.Property(p => p.Reference).HasMaxLength(NameLength);
            payment.Property(p => p.ReportedBy).HasMaxLength(NameLength);
            payment.HasIndex(p => new { p.BrandId, p.Reference }).IsUnique();
            payment.HasIndex(p => new { p.BrandId, p.At, p.Id });
            payment.HasIndex(p => p.SaleId);
        });
        model.Entity<SalesChannel>(channel =>
        {
            channel.HasKey(c => new { c.BrandId, c.Code });
            channel.Property(c => c.Code).HasMaxLength(NameLength).Ordinal();
            channel.Property(c => c.NameZh).HasMaxLength(NameLength);
            channel.Property(c => c.NameEn).HasMaxLength(NameLength);
            channel.Property(c => c.EditedBy).HasMaxLength(NameLength);
        });
        DescribeProspects(model);
        DescribeCommissions(model);
        DescribeTargets(model);
        DescribeNotes(model);
    }

    private static void DescribeProspects(ModelBuilder model) => model.Entity<Prospect>(prospect =>
    {
        prospect.Property(p => p.Id).ValueGeneratedNever();
        prospect.Property(p => p.Seller).HasMaxLength(NameLength);
        prospect.Property(p => p.ListedBy).HasMaxLength(NameLength);
        prospect.Property(p => p.Note).HasMaxLength(ReasonLength);
        prospect.HasIndex(p => new { p.BrandId, p.Until });
        prospect.HasIndex(p => new { p.SellerId, p.Until });
        prospect.HasIndex(p => p.MemberId);
        prospect.HasIndex(p => p.MergeId);
    });

    private static void DescribeTargets(ModelBuilder model)
    {
        model.Entity<SalesPlan>(plan =>
        {
            plan.HasKey(p => p.BrandId);
            plan.Property(p => p.BrandId).ValueGeneratedNever();
        });
        model.Entity<SalesTarget>(target =>
        {
            target.HasKey(t => new { t.BrandId, t.Scope, t.Of, t.Standing, t.Month });
            target.Property(t => t.Scope).HasConversion<short>();
            target.Property(t => t.Of).HasMaxLength(NameLength);
            target.Property(t => t.EditedBy).HasMaxLength(NameLength);
        });
        model.Entity<AssessmentClosing>(closing =>
        {
            closing.HasKey(c => new { c.BrandId, c.Month });
            closing.HasIndex(c => new { c.BrandId, c.Number }).IsUnique();
            closing.Property(c => c.State).HasConversion<short>();
            closing.Property(c => c.PreparedBy).HasMaxLength(NameLength);
            closing.Property(c => c.DecidedBy).HasMaxLength(NameLength);
        });
        model.Entity<AssessmentEntry>(entry =>
        {
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Seller).HasMaxLength(NameLength);
            entry.Ignore(e => e.IsDifference);
            entry.HasIndex(e => new { e.BrandId, e.ClosedIn, e.Month, e.SellerId }).IsUnique();
            entry.HasIndex(e => new { e.SellerId, e.Month });
        });
    }

    private static void DescribeNotes(ModelBuilder model) => model.Entity<NotedRole>(noted =>
    {
        noted.HasKey(r => new { r.BrandId, r.Month, r.PersonId, r.Role });
        noted.Property(r => r.Role).HasMaxLength(NameLength);
        noted.Property(r => r.UserName).HasMaxLength(NameLength);
    });

    private static void DescribeCommissions(ModelBuilder model)
    {
        model.Entity<CommissionLine>(line =>
        {
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Seller).HasMaxLength(NameLength);
            line.Property(l => l.Kind).HasConversion<short>();
            line.Property(l => l.State).HasConversion<short>();
            line.Property(l => l.Campaign).HasMaxLength(NameLength);
            line.Property(l => l.Role).HasMaxLength(NameLength);
            line.HasIndex(l => l.SaleId);
            line.HasIndex(l => new { l.BrandId, l.State, l.PayableOn });
            line.HasIndex(l => new { l.SellerId, l.On });
            line.HasIndex(l => l.BatchId);
            line.HasIndex(l => new { l.BrandId, l.Campaign, l.Kind });
        });
        model.Entity<SalesCampaign>(campaign =>
        {
            campaign.HasKey(c => new { c.BrandId, c.Code });
            campaign.HasIndex(c => new { c.BrandId, c.Number }).IsUnique();
            campaign.Property(c => c.Code).HasMaxLength(NameLength).Ordinal();
            campaign.Property(c => c.NameZh).HasMaxLength(NameLength);
            campaign.Property(c => c.NameEn).HasMaxLength(NameLength);
            campaign.Property(c => c.Metric).HasConversion<short>();
            campaign.Property(c => c.EditedBy).HasMaxLength(NameLength);
            campaign.Property(c => c.ApprovedBy).HasMaxLength(NameLength);
        });
        model.Entity<RaceCount>(count =>
        {
            count.HasKey(c => c.SaleId);
            count.Property(c => c.SaleId).ValueGeneratedNever();
            count.Property(c => c.Campaign).HasMaxLength(NameLength);
        });
        model.Entity<SettlementBatch>(batch =>
        {
            batch.HasSequenceKey();
            batch.Property(b => b.State).HasConversion<short>();
            batch.Property(b => b.PreparedBy).HasMaxLength(NameLength);
            batch.Property(b => b.DecidedBy).HasMaxLength(NameLength);
            batch.Property(b => b.ExportedBy).HasMaxLength(NameLength);
            batch.HasIndex(b => new { b.BrandId, b.Id });
        });
        model.Entity<CommissionDispute>(dispute =>
        {
            dispute.Property(d => d.Id).ValueGeneratedNever();
            dispute.Property(d => d.Seller).HasMaxLength(NameLength);
            dispute.Property(d => d.Text).HasMaxLength(ReasonLength);
            dispute.Property(d => d.Answer).HasMaxLength(ReasonLength);
            dispute.Property(d => d.AnsweredBy).HasMaxLength(NameLength);
            dispute.HasIndex(d => d.LineId);
            dispute.HasIndex(d => new { d.BrandId, d.AnsweredAt });
        });
    }
}
