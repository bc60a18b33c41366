using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>The module's tables.</summary>
internal abstract class RedemptionDb(ModuleDbOptions options) : ModuleDb("redemption", options)
{
    public const int CodeLength = 64;
    public const int KeyLength = 100;
    public const string CodePurpose = "redemption.voucher-code";

    public DbSet<VoucherDefinition> VoucherDefinitions => Set<VoucherDefinition>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<VoucherMove> VoucherMoves => Set<VoucherMove>();

    public DbSet<VoucherBatch> VoucherBatches => Set<VoucherBatch>();

    public DbSet<Quota> Quotas => Set<Quota>();

    public DbSet<Reward> Rewards => Set<Reward>();

    public DbSet<RewardStock> RewardStocks => Set<RewardStock>();

    public DbSet<RewardPicture> RewardPictures => Set<RewardPicture>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<EditionCalendar> EditionCalendars => Set<EditionCalendar>();

    public DbSet<RewardOrder> RewardOrders => Set<RewardOrder>();

    public DbSet<RewardOrderStep> RewardOrderSteps => Set<RewardOrderStep>();

    public DbSet<RewardOrderShare> RewardOrderShares => Set<RewardOrderShare>();

    public DbSet<RewardRating> RewardRatings => Set<RewardRating>();

    public DbSet<Entitlement> Entitlements => Set<Entitlement>();

    public DbSet<EntitlementUse> EntitlementUses => Set<EntitlementUse>();

    public DbSet<ServiceBooking> ServiceBookings => Set<ServiceBooking>();

    public DbSet<ServiceDay> ServiceDays => Set<ServiceDay>();

    public DbSet<GiftRule> GiftRules => Set<GiftRule>();

    public DbSet<Gift> Gifts => Set<Gift>();

    public DbSet<GiftHolder> GiftHolders => Set<GiftHolder>();

    public DbSet<Benefit> Benefits => Set<Benefit>();

    public DbSet<GrantedBenefit> GrantedBenefits => Set<GrantedBenefit>();

    public DbSet<BenefitUse> BenefitUses => Set<BenefitUse>();

    public DbSet<MergedShelfRow> MergedShelfRows => Set<MergedShelfRow>();

    public DbSet<LookUpFailure> LookUpFailures => Set<LookUpFailure>();

    protected override void Describe(ModelBuilder model)
    {
        DescribeVouchers(model);
        CatalogueTables.Describe(model);
        OrderTables.Describe(model, Personal);
        ServiceTables.Describe(model);
        GiftTables.Describe(model, Personal);
        BenefitTables.Describe(model);
        LookUpFailure.Describe(model);
        MergedShelfRow.Describe(model);
        model.Entity<Quota>(quota =>
        {
            quota.HasKey(q => new { q.MemberId, q.Subject, q.Period });
            quota.Property(q => q.Period).HasMaxLength(CodeLength);
        });
    }

    private void DescribeVouchers(ModelBuilder model)
    {
        model.Entity<VoucherDefinition>(definition =>
        {
            definition.Property(d => d.Id).ValueGeneratedNever();
            definition.Property(d => d.Code).HasMaxLength(CodeLength);
            definition.Property(d => d.State).HasConversion<short>();
            definition.Property(d => d.Terms).Unbounded();
            definition.Property(d => d.EditedBy).HasMaxLength(CodeLength);
            definition.HasIndex(d => new { d.BrandId, d.Code }).IsUnique();
        });
        model.Entity<Voucher>(voucher =>
        {
            voucher.Property(v => v.Id).ValueGeneratedNever();
            voucher.Property(v => v.Code).HasMaxLength(200).HasConversion(Personal.Column(CodePurpose));
            voucher.Property(v => v.CodeIndex).HasMaxLength(43);
            voucher.Property(v => v.DisclosedBy).HasMaxLength(CodeLength);
            voucher.Property(v => v.IssueKey).HasMaxLength(KeyLength);
            voucher.Property(v => v.State).HasConversion<short>();
            voucher.HasIndex(v => v.CodeIndex).IsUnique();
            voucher.HasIndex(v => new { v.IssueKey, v.BrandId }).IsUnique();
            voucher.HasIndex(v => new { v.MemberId, v.Id });
            voucher.HasIndex(v => new { v.DefinitionId, v.State });
            voucher.HasIndex(v => new { v.State, v.ExpiresOn });
            voucher.ToTable(t => t.HasCheckConstraint(
                "ck_redemption_voucher_remaining", "remaining_fen >= 0 AND remaining_fen <= face_fen"));
        });
        model.Entity<VoucherMove>(move =>
        {
            move.HasKey(m => m.Id);
            move.HasSequenceKey();
            move.Property(m => m.Kind).HasConversion<short>();
            move.Property(m => m.Reference).HasMaxLength(CodeLength);
            move.Property(m => m.Operator).HasMaxLength(CodeLength);
            move.Property(m => m.DisclosedBy).HasMaxLength(CodeLength);
            move.HasIndex(m => new { m.VoucherId, m.Id });
        });
        model.Entity<VoucherBatch>(batch =>
        {
            batch.HasKey(b => b.Id);
            batch.HasSequenceKey();
            batch.Property(b => b.State).HasConversion<short>();
            batch.Property(b => b.Audience).Unbounded();
            batch.Property(b => b.Reason).HasMaxLength(CodeLength);
            batch.Property(b => b.EndReason).HasMaxLength(CodeLength);
            batch.Property(b => b.StartedBy).HasMaxLength(CodeLength);
            batch.HasIndex(b => new { b.BrandId, b.Id });
        });
    }
}

internal sealed class RedemptionSqliteDb(ModuleDbOptions? options = null)
    : RedemptionDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class RedemptionPostgresDb(ModuleDbOptions? options = null)
    : RedemptionDb(options ?? ModuleDbOptions.Postgres);

internal sealed class RedemptionSqlServerDb(ModuleDbOptions? options = null)
    : RedemptionDb(options ?? ModuleDbOptions.SqlServer);
