using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.Redemption.Catalogue.Pictures;

namespace RetailMember.Redemption.Catalogue;

/// <summary>What the module registers and maps for the catalogue.</summary>
internal static class CatalogueServices
{
    public static void AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<CatalogueShelf>();
        services.AddScoped<PictureShelf>();
        services.AddScoped<RewardEditor>();
        services.AddScoped<Visits>();
        services.AddScoped<RewardGates>();
        services.AddScoped<OffersToMembers>();
        services.AddScoped<IRewardOffers>(scope => scope.GetRequiredService<OffersToMembers>());
        services.AddScoped<IAffordableRewards, RewardsInReach>();
        services.AddScoped<IRewardArticles, RewardArticles>();
        services.AddScoped<OfferedRights>();
        services.AddScoped<Stocks>();
    }

    public static void MapCatalogue(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindRewards>("GET", "/rewards");
        endpoints.ForBrand<ReadReward>("GET", "/rewards/{reward}");
        endpoints.ForBrand<EditReward>("PUT", "/rewards/{reward}");
        endpoints.ForBrand<SupplyStock>("POST", "/rewards/{reward}/stock");
        endpoints.ForBrand<FindEditions>("GET", "/editions");
        endpoints.ForBrand<ReadEdition>("GET", "/editions/{edition}");
        endpoints.ForBrand<EditEdition>("PUT", "/editions/{edition}");
        endpoints.ForBrand<PublishEdition>("POST", "/editions/{edition}/publication");
        endpoints.ForBrand<AffordableRewards>("POST", "/affordable-rewards");
        endpoints.MapFiles();
    }
}
