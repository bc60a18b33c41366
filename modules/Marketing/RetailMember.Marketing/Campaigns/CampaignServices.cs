using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Modules;

namespace RetailMember.Marketing.Campaigns;

/// <summary>What the module describes, registers and maps for campaigns.</summary>
internal static class CampaignServices
{
    public static void DescribeCampaigns(this ModuleDescription module) =>
        module.Job("run-message-campaigns", "20 * * * * ?", perBrand: true, () => new RunMessageCampaigns.Input());

    public static void AddCampaigns(this IServiceCollection services)
    {
        services.AddScoped<CampaignShelf>();
        services.AddScoped<CampaignParts>();
        services.AddScoped<CampaignForecast>();
        services.AddScoped<DeliveryBook>();
        services.AddScoped<CampaignPersons>();
        services.AddScoped<CampaignLeavers>();
    }

    public static void MapCampaigns(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindMessageCampaigns>("GET", "/message-campaigns");
        endpoints.ForBrand<ReadMessageCampaign>("GET", "/message-campaigns/{campaign}");
        endpoints.ForBrand<EditMessageCampaign>("PUT", "/message-campaigns/{campaign}");
        endpoints.ForBrand<ForecastMessageCampaign>("GET", "/message-campaigns/{campaign}/reach");
        endpoints.ForBrand<ApproveMessageCampaign>("POST", "/message-campaigns/{campaign}/approval");
        endpoints.ForBrand<ScheduleMessageCampaign>("POST", "/message-campaigns/{campaign}/dispatch");
        endpoints.ForBrand<PauseMessageCampaign>("POST", "/message-campaigns/{campaign}/interruption");
        endpoints.ForBrand<ResumeMessageCampaign>("POST", "/message-campaigns/{campaign}/resumption");
        endpoints.ForBrand<StopMessageCampaign>("POST", "/message-campaigns/{campaign}/end");
    }
}
