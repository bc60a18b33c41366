using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Campaigns.Editing;

/// <summary>What the module registers and maps for campaigns themselves.</summary>
internal static class EditingServices
{
    public static void AddEditing(this IServiceCollection services)
    {
        services.AddScoped<CampaignNames>();
        services.AddScoped<CampaignHold>();
        services.AddScoped<CampaignSteering>();
    }

    public static void MapEditing(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindCampaigns>("GET", "/campaigns");
        endpoints.ForBrand<ReadCampaign>("GET", "/campaigns/{campaign}");
        endpoints.ForBrand<EditCampaign>("PUT", "/campaigns/{campaign}");
        endpoints.ForBrand<ActivateCampaign>("POST", "/campaigns/{campaign}/activation");
        endpoints.ForBrand<PauseCampaign>("POST", "/campaigns/{campaign}/interruption");
        endpoints.ForBrand<ResumeCampaign>("POST", "/campaigns/{campaign}/resumption");
        endpoints.ForBrand<EndCampaign>("POST", "/campaigns/{campaign}/end");
    }
}
