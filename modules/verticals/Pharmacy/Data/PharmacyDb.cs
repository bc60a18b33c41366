using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Rules;

namespace RetailMember.Pharmacy.Data;

/// <summary>The module's tables.</summary>
internal abstract class PharmacyDb(ModuleDbOptions options) : ModuleDb("pharmacy", options)
{
    public const int CodeLength = 64;
    public const int ReasonLength = 200;
    public const int FindingLength = 500;

    public DbSet<TopUp> TopUps => Set<TopUp>();

    public DbSet<CardReached> CardsReached => Set<CardReached>();

    public DbSet<Ranking> Rankings => Set<Ranking>();

    public DbSet<RankedMember> RankedMembers => Set<RankedMember>();

    public DbSet<HealthConsent> HealthConsents => Set<HealthConsent>();

    public DbSet<HealthRecord> HealthRecords => Set<HealthRecord>();

    public DbSet<HealthAccess> HealthAccesses => Set<HealthAccess>();

    public DbSet<HealthLetter> HealthLetters => Set<HealthLetter>();

    public DbSet<DrugArticle> DrugArticles => Set<DrugArticle>();

    public DbSet<MergedRow> MergedRows => Set<MergedRow>();

    protected override void Describe(ModelBuilder model)
    {
        model.DescribeRules();
        DescribeClub(model);
        DescribeHealth(model);
        model.Entity<DrugArticle>(article =>
        {
            article.Property(a => a.Id).ValueGeneratedNever();
            article.Property(a => a.Code).HasMaxLength(CodeLength).Ordinal();
            article.Property(a => a.Name).HasMaxLength(ReasonLength);
            article.Property(a => a.Class).HasConversion<short>();
            article.Property(a => a.EditedBy).HasMaxLength(CodeLength);
            article.HasIndex(a => new { a.BrandId, a.Code }).IsUnique();
        });
        model.Entity<MergedRow>(row => row.HasKey(r => new { r.MergeId, r.Row }));
    }

    private static void DescribeClub(ModelBuilder model)
    {
        model.Entity<TopUp>(topUp =>
        {
            topUp.Property(t => t.Id).ValueGeneratedNever();
            topUp.Ignore(t => t.AwardKey);
            topUp.HasIndex(t => new { t.MemberId, t.On }).IsUnique();
            topUp.HasIndex(t => new { t.BrandId, t.On });
            topUp.ToTable(t => t.HasCheckConstraint("ck_pharmacy_top_up_taken", "taken >= 0 AND taken <= points AND points > 0"));
        });
        model.Entity<CardReached>(card =>
        {
            card.Property(c => c.Id).ValueGeneratedNever();
            card.Property(c => c.Card).HasConversion<short>();
            card.Ignore(c => c.AwardKey);
            card.Ignore(c => c.RecordedAt);
            card.HasIndex(c => new { c.MemberId, c.Year });
        });
        model.Entity<Ranking>(ranking =>
        {
            ranking.Property(r => r.Id).ValueGeneratedNever();
            ranking.Property(r => r.PublishedBy).HasMaxLength(CodeLength);
            ranking.HasIndex(r => new { r.BrandId, r.Year, r.Quarter }).IsUnique();
        });
        model.Entity<RankedMember>(ranked =>
        {
            ranked.HasKey(r => new { r.RankingId, r.Place });
            ranked.HasIndex(r => r.MemberId);
        });
    }

    private void DescribeHealth(ModelBuilder model)
    {
        model.Entity<HealthConsent>(consent =>
        {
            consent.HasKey(c => c.MemberId);
            consent.Property(c => c.MemberId).ValueGeneratedNever();
            consent.Property(c => c.TakenBy).HasMaxLength(CodeLength);
        });
        model.Entity<HealthRecord>(record =>
        {
            record.Property(r => r.Id).ValueGeneratedNever();
            record.Property(r => r.Kind).HasConversion<short>();
            record.Property(r => r.Finding).HasConversion(Personal.Column("pharmacy.finding")).Unbounded();
            record.Property(r => r.RecordedBy).HasMaxLength(CodeLength);
            record.HasIndex(r => new { r.MemberId, r.On });
        });
        model.Entity<HealthAccess>(access =>
        {
            access.HasKey(a => a.Id);
            access.HasSequenceKey();
            access.Property(a => a.Kind).HasConversion<short>();
            access.Property(a => a.By).HasMaxLength(CodeLength);
            access.Property(a => a.Reason).HasMaxLength(ReasonLength);
            access.HasIndex(a => new { a.MemberId, a.Id });
        });
        model.Entity<HealthLetter>(letter =>
        {
            letter.HasKey(l => new { l.MemberId, l.Season });
            letter.Property(l => l.Season).HasMaxLength(16).Ordinal();
            letter.HasIndex(l => new { l.BrandId, l.Season, l.MemberId });
        });
    }
}

internal sealed class PharmacySqliteDb(ModuleDbOptions? options = null) : PharmacyDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class PharmacyPostgresDb(ModuleDbOptions? options = null) : PharmacyDb(options ?? ModuleDbOptions.Postgres);

internal sealed class PharmacySqlServerDb(ModuleDbOptions? options = null) : PharmacyDb(options ?? ModuleDbOptions.SqlServer);
