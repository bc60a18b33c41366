using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Behaviours;
using RetailMember.Modules;

namespace RetailMember.Campaigns.Awards;

/// <summary>What the module registers and maps for awards.</summary>
internal static class AwardServices
{
    public static void AddAwards(this IServiceCollection services)
    {
        services.AddScoped<CampaignShelf>();
        services.AddScoped<PrizeShelf>();
        services.AddScoped<CampaignClock>();
        services.AddScoped<BudgetBook>();
        services.AddScoped<PrizeGiver>();
        services.AddScoped<PrizeTiers>();
        services.AddScoped<AwardDesk>();
        services.AddScoped<AwardTaker>();
        services.AddScoped<MemberGate>();
        services.AddScoped<SingleAward>();
    }

    public static void MapAwards(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<AwardBehaviour>("POST", "/behaviours");
        endpoints.ForBrand<AwardContent>("POST", "/content");
        endpoints.ForBrand<FindAwards>("POST", "/awards/search");
        endpoints.ForBrand<RevokeAward>("POST", "/awards/{award}/revocation");
    }
}
