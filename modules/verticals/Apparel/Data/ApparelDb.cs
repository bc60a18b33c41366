using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Rules;

namespace RetailMember.Apparel.Data;

/// <summary>The module's tables.</summary>
internal abstract class ApparelDb(ModuleDbOptions options) : ModuleDb("apparel", options)
{
    public const int CodeLength = 64;
    public const int SourceLength = 120;
    public const int NoteLength = 500;

    public DbSet<LadderReceipt> LadderReceipts => Set<LadderReceipt>();

    public DbSet<EarnedRung> EarnedRungs => Set<EarnedRung>();

    public DbSet<SentReminder> SentReminders => Set<SentReminder>();

    public DbSet<CareTask> CareTasks => Set<CareTask>();

    public DbSet<CustomerOwner> CustomerOwners => Set<CustomerOwner>();

    public DbSet<MergedRow> MergedRows => Set<MergedRow>();

    protected override void Describe(ModelBuilder model)
    {
        model.DescribeRules();
        DescribeLadder(model);
        DescribeTasks(model);
        model.Entity<MergedRow>(row => row.HasKey(r => new { r.MergeId, r.Row }));
    }

    private static void DescribeLadder(ModelBuilder model)
    {
        model.Entity<LadderReceipt>(receipt =>
        {
            receipt.HasKey(r => r.PurchaseId);
            receipt.Property(r => r.PurchaseId).ValueGeneratedNever();
            receipt.HasIndex(r => new { r.BrandId, r.Month, r.MemberId });
        });
        model.Entity<EarnedRung>(rung =>
        {
            rung.Property(r => r.Id).ValueGeneratedNever();
            rung.Property(r => r.Voucher).HasMaxLength(CodeLength);
            rung.Property(r => r.State).HasConversion<short>();
            rung.Ignore(r => r.GiftKey);
            rung.HasIndex(r => new { r.ReachedBy, r.Month, r.Points }).IsUnique();
            rung.HasIndex(r => new { r.MemberId, r.Month });
            rung.HasIndex(r => new { r.BrandId, r.ClaimUntil, r.Id });
        });
        model.Entity<SentReminder>(reminder =>
        {
            reminder.HasKey(r => new { r.MemberId, r.Kind, r.Occasion });
            reminder.Property(r => r.Kind).HasConversion<short>();
            reminder.HasIndex(r => new { r.BrandId, r.On, r.MemberId });
        });
    }

    private void DescribeTasks(ModelBuilder model)
    {
        model.Entity<CareTask>(task =>
        {
            task.Property(t => t.Id).ValueGeneratedNever();
            task.Property(t => t.Service).HasMaxLength(CodeLength);
            task.Property(t => t.NameZh).HasMaxLength(CodeLength);
            task.Property(t => t.NameEn).HasMaxLength(CodeLength);
            task.Property(t => t.Source).HasMaxLength(SourceLength);
            task.Property(t => t.State).HasConversion<short>();
            task.Property(t => t.Wish).Unbounded().HasConversion(Personal.Column("apparel.task-wish"));
            task.Property(t => t.Note).Unbounded().HasConversion(Personal.Column("apparel.task-note"));
            task.Property(t => t.DoneBy).HasMaxLength(CodeLength);
            task.HasIndex(t => new { t.BrandId, t.Source }).IsUnique();
            task.HasIndex(t => new { t.BrandId, t.State, t.DueOn, t.Id });
            task.HasIndex(t => t.MemberId);
        });
        model.Entity<CustomerOwner>(owner =>
        {
            owner.HasKey(o => o.MemberId);
            owner.Property(o => o.MemberId).ValueGeneratedNever();
            owner.Property(o => o.Owner).HasMaxLength(CodeLength);
            owner.Property(o => o.SetBy).HasMaxLength(CodeLength);
        });
    }
}

internal sealed class ApparelSqliteDb(ModuleDbOptions? options = null) : ApparelDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class ApparelPostgresDb(ModuleDbOptions? options = null)
    : ApparelDb(options ?? ModuleDbOptions.Postgres);

internal sealed class ApparelSqlServerDb(ModuleDbOptions? options = null)
    : ApparelDb(options ?? ModuleDbOptions.SqlServer);
