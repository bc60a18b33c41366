using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Ledger.Data;

/// <summary>
/// The ledger's tables. They have no foreign keys: rows are written by the ledger alone, by the thousand, and the audit
/// proves every link. No index starts with the brand: SQLite's planner would take it for the brand filter's sake.
/// </summary>
internal abstract class LedgerDb(ModuleDbOptions options) : ModuleDb("ledger", options)
{
    private const string OpenLots = "remaining <> 0";

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<PostingRow> Postings => Set<PostingRow>();

    public DbSet<Lot> Lots => Set<Lot>();

    public DbSet<Take> Takes => Set<Take>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.HasKey(a => a.Id);
            account.HasSequenceKey();
            account.Property(a => a.Unit).HasMaxLength(32);
            account.HasIndex(a => new { a.Owner, a.Unit, a.BrandId }).IsUnique();
            account.ToTable(t => t.HasCheckConstraint("ck_ledger_account_floor", "floor IS NULL OR balance >= floor"));
        });
        model.Entity<PostingRow>(posting =>
        {
            posting.ToTable("ledger_posting");
            posting.HasKey(p => p.Id);
            posting.HasSequenceKey();
            posting.Property(p => p.Kind).HasConversion<short>();
            posting.Property(p => p.Counter).HasMaxLength(32);
            posting.Property(p => p.Key).HasMaxLength(100);
            posting.Property(p => p.InputHash).HasMaxLength(16);
            posting.Property(p => p.Operator).HasMaxLength(64);
            posting.Property(p => p.Rule).HasMaxLength(64);
            posting.Property(p => p.Source).HasMaxLength(64);
            posting.Property(p => p.Why).Unbounded();
            posting.HasIndex(p => new { p.Key, p.BrandId }).IsUnique();
            posting.HasIndex(p => new { p.AccountId, p.Id });
            posting.HasIndex(p => p.ReversesId).HasFilter("reverses_id IS NOT NULL");
        });
        model.Entity<Lot>(lot =>
        {
            lot.HasKey(l => l.Id);
            lot.Property(l => l.Id).ValueGeneratedNever();
            lot.HasIndex(l => new { l.AccountId, l.ExpiresOn }).HasFilter(OpenLots);
            lot.HasIndex(l => l.FromLotId).HasFilter("from_lot_id IS NOT NULL");
            lot.HasIndex(l => new { l.ExpiresOn, l.BrandId }).HasFilter(OpenLots);
        });
        model.Entity<Take>(take =>
        {
            take.HasKey(t => new { t.PostingId, t.LotId });
            take.HasIndex(t => t.LotId);
        });
    }
}

internal sealed class LedgerSqliteDb(ModuleDbOptions? options = null) : LedgerDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class LedgerPostgresDb(ModuleDbOptions? options = null) : LedgerDb(options ?? ModuleDbOptions.Postgres);

internal sealed class LedgerSqlServerDb(ModuleDbOptions? options = null) : LedgerDb(options ?? ModuleDbOptions.SqlServer);
