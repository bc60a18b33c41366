using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Journeys.Data;

namespace RetailMember.Marketing.Data;

/// <summary>The module's tables.</summary>
internal abstract class MarketingDb(ModuleDbOptions options) : ModuleDb("marketing", options)
{
    public const int CodeLength = 64;
    public const int PurposeLength = 96;

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<MessageTemplate> Templates => Set<MessageTemplate>();

    public DbSet<MessageBatch> Batches => Set<MessageBatch>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Recipient> Recipients => Set<Recipient>();

    public DbSet<Segment> Segments => Set<Segment>();

    public DbSet<SegmentVersion> SegmentVersions => Set<SegmentVersion>();

    public DbSet<MessagePackage> Packages => Set<MessagePackage>();

    public DbSet<PackageUse> PackageUses => Set<PackageUse>();

    public DbSet<MessageCampaign> Campaigns => Set<MessageCampaign>();

    public DbSet<CampaignMember> CampaignMembers => Set<CampaignMember>();

    public DbSet<TestAddress> TestAddresses => Set<TestAddress>();

    public DbSet<TestTally> TestTallies => Set<TestTally>();

    public DbSet<Journey> Journeys => Set<Journey>();

    public DbSet<JourneyVersion> JourneyVersions => Set<JourneyVersion>();

    public DbSet<JourneyDecision> JourneyDecisions => Set<JourneyDecision>();

    public DbSet<JourneyWait> JourneyWaits => Set<JourneyWait>();

    public DbSet<WeChatLink> WeChatLinks => Set<WeChatLink>();

    public DbSet<EarlyReceipt> EarlyReceipts => Set<EarlyReceipt>();

    protected override void Describe(ModelBuilder model)
    {
        Signature.Describe(model);
        MessageTemplate.Describe(model);
        MessageBatch.Describe(model);
        Message.Describe(model);
        Recipient.Describe(model);
        Segment.Describe(model);
        MessagePackage.Describe(model);
        MessageCampaign.Describe(model);
        TestAddress.Describe(model, Personal);
        JourneyTables.Describe(model);
        WeChatLink.Describe(model, Personal);
        EarlyReceipt.Describe(model);
    }
}

internal sealed class MarketingSqliteDb(ModuleDbOptions? options = null)
    : MarketingDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class MarketingPostgresDb(ModuleDbOptions? options = null)
    : MarketingDb(options ?? ModuleDbOptions.Postgres);

internal sealed class MarketingSqlServerDb(ModuleDbOptions? options = null)
    : MarketingDb(options ?? ModuleDbOptions.SqlServer);
