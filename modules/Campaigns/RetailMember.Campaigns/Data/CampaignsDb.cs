using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Campaigns.Data;

/// <summary>The module's tables.</summary>
internal abstract class CampaignsDb(ModuleDbOptions options) : ModuleDb("campaigns", options)
{
    public const int CodeLength = 64;
    public const int KeyLength = 100;
    public const int NoteLength = 200;
    public const int IndexLength = 43;

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignVersion> CampaignVersions => Set<CampaignVersion>();

    public DbSet<Award> Awards => Set<Award>();

    public DbSet<Referrer> Referrers => Set<Referrer>();

    public DbSet<MemberDevice> MemberDevices => Set<MemberDevice>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<MergedCampaignRow> MergedRows => Set<MergedCampaignRow>();

    protected override void Describe(ModelBuilder model)
    {
        MergedCampaignRow.Describe(model);
        MemberDevice.Describe(model);
        model.Entity<Campaign>(campaign =>
        {
            campaign.Property(c => c.Id).ValueGeneratedNever();
            campaign.Property(c => c.Code).HasMaxLength(CodeLength).Ordinal();
            campaign.Property(c => c.Kind).HasConversion<short>();
            campaign.Property(c => c.State).HasConversion<short>();
            campaign.Property(c => c.RefusedWhy).HasMaxLength(CodeLength);
            campaign.Property(c => c.EditedBy).HasMaxLength(CodeLength);
            campaign.HasIndex(c => new { c.BrandId, c.Code }).IsUnique();
            campaign.ToTable(t => t.HasCheckConstraint(
                "ck_campaigns_campaign_spent", "spent_points >= 0 AND spent_awards >= 0"));
        });
        model.Entity<CampaignVersion>(version =>
        {
            version.HasKey(v => new { v.CampaignId, v.Number });
            version.Property(v => v.State).HasConversion<short>();
            version.Property(v => v.Terms).Unbounded();
            version.Property(v => v.EditedBy).HasMaxLength(CodeLength);
        });
        model.Entity<Award>(award =>
        {
            award.Property(a => a.Id).ValueGeneratedNever();
            award.Property(a => a.Key).HasMaxLength(KeyLength);
            award.Property(a => a.State).HasConversion<short>();
            award.Property(a => a.Role).HasConversion<short>();
            award.Property(a => a.Operator).HasMaxLength(CodeLength);
            award.Property(a => a.Subject).HasMaxLength(CodeLength);
            award.Property(a => a.Note).HasMaxLength(NoteLength);
            award.Property(a => a.TierTo).HasMaxLength(CodeLength);
            award.Property(a => a.Benefit).HasMaxLength(CodeLength);
            award.Property(a => a.TakenBy).HasMaxLength(CodeLength);
            award.Property(a => a.TakenWhy).HasMaxLength(CodeLength);
            award.Ignore(a => a.OuterKey);
            award.HasIndex(a => new { a.Key, a.BrandId }).IsUnique();
            award.HasIndex(a => new { a.CampaignId, a.Id });
            award.HasIndex(a => new { a.MemberId, a.CampaignId });
            award.HasIndex(a => a.PurchaseId);
            award.HasIndex(a => a.ReferralId);
            award.ToTable(t => t.HasCheckConstraint(
                "ck_campaigns_award_taken", "points_taken >= 0 AND points_taken <= points"));
        });
        DescribeReferrals(model);
    }

    private static void DescribeReferrals(ModelBuilder model)
    {
        model.Entity<Referrer>(referrer =>
        {
            referrer.HasKey(r => r.MemberId);
            referrer.Property(r => r.MemberId).ValueGeneratedNever();
            referrer.Property(r => r.Code).HasMaxLength(16);
            referrer.HasIndex(r => new { r.BrandId, r.Code }).IsUnique();
        });
        model.Entity<Referral>(referral =>
        {
            referral.Property(r => r.Id).ValueGeneratedNever();
            referral.Property(r => r.FriendMark).HasMaxLength(IndexLength);
            referral.Property(r => r.Device).HasMaxLength(IndexLength);
            referral.Property(r => r.State).HasConversion<short>();
            referral.Property(r => r.Why).HasMaxLength(CodeLength);
            referral.Property(r => r.DecidedBy).HasMaxLength(CodeLength);
            referral.HasIndex(r => r.FriendId).IsUnique();
            referral.HasIndex(r => new { r.BrandId, r.FriendMark }).IsUnique();
            referral.HasIndex(r => new { r.ReferrerId, r.State });
            referral.HasIndex(r => new { r.BrandId, r.SucceededOn });
        });
    }
}

internal sealed class CampaignsSqliteDb(ModuleDbOptions? options = null)
    : CampaignsDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class CampaignsPostgresDb(ModuleDbOptions? options = null)
    : CampaignsDb(options ?? ModuleDbOptions.Postgres);

internal sealed class CampaignsSqlServerDb(ModuleDbOptions? options = null)
    : CampaignsDb(options ?? ModuleDbOptions.SqlServer);
