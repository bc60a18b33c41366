using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Demonstration;
using RetailMember.Marketing.Journeys;
using RetailMember.Marketing.Own;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Pages;
using RetailMember.Marketing.Segments;
using RetailMember.Modules;
using RetailMember.People;

namespace RetailMember.Marketing;

/// <summary>Messages to members: to whom, with what words, by which gateway, and what came of them.</summary>
public sealed class MarketingModule : IModule
{
    public string Name => "Marketing";

    public IReadOnlyList<string> Needs => ["Membership", "Redemption"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribeMessages();
        module.DescribeCampaigns();
        module.DescribePages();
        module.DescribeJourneys();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<MarketingDb, MarketingSqliteDb, MarketingPostgresDb, MarketingSqlServerDb>();
        services.AddMessages(configuration);
        services.AddJourneys();
        services.AddScoped<IMemberData, MarketingData>();
        services.AddScoped<IMemberData, WeChatData>();
        services.AddScoped<IDemonstration, MarketingDemonstration>();
        services.AddScoped<IDemonstration, CampaignDemonstration>();
        services.AddScoped<IDemonstration, LetterWordsDemonstration>();
        services.AddScoped<IDemonstration, LetterDemonstration>();
        services.AddScoped<IDemonstration, TodaysCampaigns>();
        services.AddSegments();
        services.AddPackages();
        services.AddCampaigns();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.MapMessages();
        endpoints.MapSegments();
        endpoints.MapPackages();
        endpoints.MapCampaigns();
        endpoints.MapJourneys();
        endpoints.MapPages();
    }
}
