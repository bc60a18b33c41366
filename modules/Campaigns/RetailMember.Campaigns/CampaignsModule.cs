using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Auditing;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Behaviours;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Demonstration;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Merging;
using RetailMember.Campaigns.Own;
using RetailMember.Campaigns.Pages;
using RetailMember.Campaigns.Purchases;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Reversal;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;

namespace RetailMember.Campaigns;

/// <summary>Campaigns with budgets: behaviours, content, referrals, sprints, purchases and leaderboards.</summary>
public sealed class CampaignsModule : IModule
{
    public string Name => "Campaigns";

    public IReadOnlyList<string> Needs => ["Ledger", "Membership", "Redemption"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribeReferrals();
        module.DescribePages();
        module.On<PurchaseRecorded, AwardsOfPurchases>();
        module.On<MembersMerged, SelfReferralsOfMerges>();
        module.On<MembersUnmerged, SelfReferralsOfUnmerges>();
        module.On<MembersMerged, OldFriendsOfMerges>();
        module.On<MembersUnmerged, OldFriendsOfUnmerges>();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<CampaignsDb, CampaignsSqliteDb, CampaignsPostgresDb, CampaignsSqlServerDb>();
        services.AddAwards();
        services.AddEditing();
        services.AddReferrals();
        services.AddScoped<PurchaseJudge>();
        services.AddScoped<SprintJudge>();
        services.AddScoped<ReferralReversal>();
        services.AddScoped<IRefundFollower, CampaignFollower>();
        services.AddScoped<IMemberMerge, CampaignMerge>();
        services.AddScoped<ReferralRefusal>();
        services.AddScoped<SelfReferrals>();
        services.AddScoped<OldFriends>();
        services.AddScoped<IMemberData, CampaignsData>();
        services.AddScoped<IBookCheck, CampaignChecks>();
        services.AddScoped<IDemonstration, CampaignsDemonstration>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.MapEditing();
        endpoints.MapAwards();
        endpoints.MapReferrals();
        endpoints.ForBrand<ReadOwnCampaigns>("GET", "/own/campaigns");
        endpoints.ForBrand<FindOwnAwards>("GET", "/own/awards");
        endpoints.MapPages();
    }
}
