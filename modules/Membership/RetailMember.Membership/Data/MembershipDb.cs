using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Membership.Tags;

namespace RetailMember.Membership.Data;

/// <summary>The module's tables.</summary>
internal abstract class MembershipDb(ModuleDbOptions options) : ModuleDb("membership", options)
{
    public const int CodeLength = 64;

    public DbSet<Person> People => Set<Person>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Credential> Credentials => Set<Credential>();

    public DbSet<MemberMerge> MemberMerges => Set<MemberMerge>();

    public DbSet<MergedRow> MergedRows => Set<MergedRow>();

    public DbSet<EnrolmentReceipt> EnrolmentReceipts => Set<EnrolmentReceipt>();

    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    public DbSet<TierChange> TierChanges => Set<TierChange>();

    public DbSet<TierExtension> TierExtensions => Set<TierExtension>();

    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();

    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<PurchaseLine> PurchaseLines => Set<PurchaseLine>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<PurchaseTender> PurchaseTenders => Set<PurchaseTender>();

    public DbSet<PurchaseTenderLine> PurchaseTenderLines => Set<PurchaseTenderLine>();

    public DbSet<RefundTender> RefundTenders => Set<RefundTender>();

    public DbSet<Adjustment> Adjustments => Set<Adjustment>();

    public DbSet<PointsTransfer> PointsTransfers => Set<PointsTransfer>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<MemberAward> MemberAwards => Set<MemberAward>();

    public DbSet<CardRenewal> CardRenewals => Set<CardRenewal>();

    public DbSet<CareRecord> CareRecords => Set<CareRecord>();

    public DbSet<StoreDay> StoreDays => Set<StoreDay>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<BookCheck> BookChecks => Set<BookCheck>();

    public DbSet<ProgrammeReplay> ProgrammeReplays => Set<ProgrammeReplay>();

    public DbSet<ReplayedMember> ReplayedMembers => Set<ReplayedMember>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<TagVersion> TagVersions => Set<TagVersion>();

    public DbSet<MemberTag> MemberTags => Set<MemberTag>();

    public DbSet<TagChange> TagChanges => Set<TagChange>();

    public DbSet<TagRecount> TagRecounts => Set<TagRecount>();

    protected override void Describe(ModelBuilder model)
    {
        DescribeMembers(model);
        DescribePurchases(model);
        TenderTables.Describe(model);
        ImportTables.Describe(model);
        MergeTables.Describe(model);
        ReplayTables.Describe(model);
        MemberAward.Describe(model);
        TierExtension.Describe(model);
        CardRenewal.Describe(model);
        TagTables.Describe(model);
        model.Entity<ProgrammeVersion>(version =>
        {
            version.HasKey(v => new { v.BrandId, v.Number });
            version.Property(v => v.Status).HasConversion<short>();
            version.Property(v => v.Document).Unbounded();
            version.Property(v => v.Note).HasMaxLength(500);
            version.Property(v => v.DraftedBy).HasMaxLength(CodeLength);
            version.Property(v => v.ActivatedBy).HasMaxLength(CodeLength);
        });
        model.Entity<Adjustment>(adjustment =>
        {
            adjustment.Property(a => a.Id).ValueGeneratedNever();
            adjustment.Ignore(a => a.PostingKey);
            adjustment.Property(a => a.Reason).HasMaxLength(CodeLength);
            adjustment.Property(a => a.Note).HasMaxLength(200);
            adjustment.Property(a => a.Status).HasConversion<short>();
            adjustment.Property(a => a.RequestedBy).HasMaxLength(CodeLength);
            adjustment.Property(a => a.DecidedBy).HasMaxLength(CodeLength);
            adjustment.HasIndex(a => new { a.BrandId, a.Status, a.RequestedAt });
            adjustment.HasIndex(a => new { a.MemberId, a.RequestedAt });
        });
        model.Entity<PointsTransfer>(transfer =>
        {
            transfer.Property(t => t.Id).ValueGeneratedNever();
            transfer.Ignore(t => t.PostingKey);
            transfer.Ignore(t => t.ReturnKey);
            transfer.Property(t => t.Operator).HasMaxLength(CodeLength);
            transfer.Property(t => t.Note).HasMaxLength(200);
            transfer.Property(t => t.ReversedBy).HasMaxLength(CodeLength);
            transfer.Property(t => t.ReversedFor).HasMaxLength(200);
            transfer.HasIndex(t => new { t.GiverId, t.On });
            transfer.HasIndex(t => t.ReceiverId);
        });
        model.Entity<BookCheck>(check =>
        {
            check.Property(c => c.Id).ValueGeneratedNever();
            check.Property(c => c.State).HasConversion<short>();
            check.Property(c => c.RequestedBy).HasMaxLength(CodeLength);
            check.Property(c => c.Books).Unbounded();
            check.HasIndex(c => new { c.BrandId, c.RequestedAt });
        });
        model.Entity<Participation>(participation =>
        {
            participation.Property(p => p.Id).ValueGeneratedNever();
            participation.Property(p => p.Activity).HasMaxLength(CodeLength);
            participation.Property(p => p.Operator).HasMaxLength(CodeLength);
            participation.HasIndex(p => new { p.MemberId, p.On, p.Activity }).IsUnique();
        });
        model.Entity<CareRecord>(care =>
        {
            care.Property(c => c.Id).ValueGeneratedNever();
            care.Property(c => c.Kind).HasConversion<short>();
            care.Property(c => c.Note).Unbounded().HasConversion(Personal.Column("membership.care-note"));
            care.Property(c => c.Operator).HasMaxLength(CodeLength);
            care.Property(c => c.FollowedUpBy).HasMaxLength(CodeLength);
            care.HasIndex(c => new { c.MemberId, c.RecordedAt });
            care.HasIndex(c => new { c.BrandId, c.FollowedUpAt, c.FollowUpOn });
        });
        model.Entity<StoreDay>(day => day.HasKey(d => new { d.BrandId, d.StoreId, d.Day }));
    }

    private void DescribeMembers(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.Name).HasMaxLength(400).HasConversion(Personal.Column("membership.name"));
            person.Property(p => p.Mobile).HasMaxLength(200).HasConversion(Personal.Column("membership.mobile"));
            person.Property(p => p.NameIndex).HasMaxLength(43);
            person.Property(p => p.MobileIndex).HasMaxLength(43);
            person.Property(p => p.Birthday).HasMaxLength(200).HasConversion(PersonColumns.Birthday(Personal));
            person.Property(p => p.BirthdayIndex).HasMaxLength(43);
            person.Property(p => p.BirthYearIndex).HasMaxLength(43);
            person.Property(p => p.SexIndex).HasMaxLength(43);
            person.Property(p => p.Sex).HasMaxLength(200).HasConversion(PersonColumns.Sex(Personal));
            person.HasIndex(p => p.MobileIndex).IsUnique();
            person.HasIndex(p => p.NameIndex);
            person.HasIndex(p => p.BirthdayIndex);
        });
        model.Entity<Member>(member =>
        {
            member.Property(m => m.Id).ValueGeneratedNever();
            member.Property(m => m.MemberNo).HasMaxLength(CodeLength);
            member.Property(m => m.NumberKey).HasMaxLength(2 * CodeLength);
            member.Property(m => m.Tier).HasMaxLength(CodeLength);
            member.Property(m => m.CarriedTier).HasMaxLength(CodeLength);
            member.Property(m => m.Fields).Unbounded().HasConversion(Personal.Column("membership.fields"));
            member.Property(m => m.Status).HasConversion<short>();
            member.Ignore(m => m.Metrics);
            member.Ignore(m => m.Lifetime);
            member.Ignore(m => m.Extended);
            member.Property(m => m.ExtendedTier).HasMaxLength(CodeLength);
            member.HasIndex(m => new { m.BrandId, m.NumberKey }).IsUnique();
            member.HasIndex(m => new { m.PersonId, m.BrandId }).IsUnique();
            // Holds all that a segment asks of a member most often: it reads the index alone, not a million wide rows.
            member.HasIndex(m => new { m.BrandId, m.JoinedOn, m.Status, m.Tier, m.StoreId, m.Id });
            member.HasIndex(m => m.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
        });
        model.Entity<EnrolmentReceipt>(receipt =>
        {
            receipt.HasKey(r => new { r.BrandId, r.Receipt });
            receipt.Property(r => r.Receipt).HasMaxLength(CodeLength);
            receipt.HasIndex(r => r.MemberId);
        });
        model.Entity<StatusChange>(change =>
        {
            change.ToTable("member_status_change");
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.From).HasConversion<short>();
            change.Property(c => c.To).HasConversion<short>();
            change.HasIndex(c => new { c.MemberId, c.At });
            change.HasIndex(c => new { c.BrandId, c.On });
        });
        model.Entity<Credential>(credential =>
        {
            credential.HasKey(c => new { c.BrandId, c.Value });
            credential.Property(c => c.Value).HasMaxLength(CodeLength);
            credential.Property(c => c.Kind).HasConversion<short>();
            credential.HasIndex(c => c.MemberId);
        });
        model.Entity<TierChange>(change =>
        {
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.From).HasMaxLength(CodeLength);
            change.Property(c => c.To).HasMaxLength(CodeLength);
            change.Property(c => c.Reason).HasConversion<short>();
            change.HasIndex(c => new { c.MemberId, c.At });
            change.HasIndex(c => new { c.BrandId, c.On });
        });
    }

    private static void DescribePurchases(ModelBuilder model)
    {
        model.Entity<Purchase>(purchase =>
        {
            purchase.Property(p => p.Id).ValueGeneratedNever();
            purchase.Property(p => p.ReceiptNo).HasMaxLength(CodeLength);
            purchase.Property(p => p.Tier).HasMaxLength(CodeLength);
            purchase.Property(p => p.Operator).HasMaxLength(CodeLength);
            purchase.Ignore(p => p.IsUndone);
            purchase.Ignore(p => p.PointsOwner);
            purchase.Ignore(p => p.HasOtherEarner);
            purchase.Ignore(p => p.PointsKey);
            purchase.Ignore(p => p.GrowthKey);
            purchase.HasIndex(p => new { p.StoreId, p.ReceiptNo }).IsUnique();
            purchase.HasIndex(p => new { p.MemberId, p.OccurredAt });
            // What members spent in a window of days is read out of the index alone.
            purchase.HasIndex(p => new { p.BrandId, p.OccurredAt, p.MemberId, p.EarningFen, p.RefundedEarningFen });
            purchase.HasIndex(p => new { p.EarnerId, p.OccurredAt }).HasFilter("earner_id IS NOT NULL");
        });
        model.Entity<PurchaseLine>(line =>
        {
            line.HasKey(l => new { l.PurchaseId, l.LineNo });
            line.Property(l => l.Category).HasMaxLength(CodeLength);
            line.Property(l => l.PriceRule).HasMaxLength(CodeLength);
        });
        model.Entity<Refund>(refund =>
        {
            refund.Property(r => r.Id).ValueGeneratedNever();
            refund.Property(r => r.RefundNo).HasMaxLength(CodeLength);
            refund.Property(r => r.Operator).HasMaxLength(CodeLength);
            refund.Property(r => r.Reason).HasMaxLength(200);
            refund.Property(r => r.Undone).Unbounded();
            refund.HasIndex(r => new { r.StoreId, r.RefundNo }).IsUnique();
            refund.HasIndex(r => r.PurchaseId);
            refund.HasIndex(r => new { r.MemberId, r.OccurredAt });
        });
    }
}

internal sealed class MembershipSqliteDb(ModuleDbOptions? options = null)
    : MembershipDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class MembershipPostgresDb(ModuleDbOptions? options = null)
    : MembershipDb(options ?? ModuleDbOptions.Postgres);

internal sealed class MembershipSqlServerDb(ModuleDbOptions? options = null)
    : MembershipDb(options ?? ModuleDbOptions.SqlServer);
