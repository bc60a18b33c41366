using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Redemption.Benefits;

/// <summary>What the module registers and maps for benefits.</summary>
internal static class BenefitServices
{
    public static void AddBenefits(this IServiceCollection services)
    {
        services.AddScoped<BenefitShelf>();
        services.AddScoped<BenefitEditor>();
        services.AddScoped<BenefitGrants>();
        services.AddScoped<IBenefits, BenefitDesk>();
    }

    public static void MapBenefits(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindBenefits>("GET", "/benefits");
        endpoints.ForBrand<ReadBenefit>("GET", "/benefits/{benefit}");
        endpoints.ForBrand<FindBenefitGrants>("GET", "/benefits/{benefit}/grants");
        endpoints.ForBrand<FindBenefitUses>("POST", "/benefits/{benefit}/uses/search");
        endpoints.ForBrand<EditBenefit>("PUT", "/benefits/{benefit}");
        endpoints.ForBrand<GrantBenefit>("POST", "/benefits/{benefit}/grants");
        endpoints.ForBrand<RevokeBenefit>("POST", "/benefits/{benefit}/revocation");
        endpoints.ForBrand<UseBenefit>("POST", "/benefits/{benefit}/uses");
        endpoints.ForBrand<TakeBackBenefit>("POST", "/benefit-uses/{use}/reversal");
        endpoints.ForBrand<FindMemberBenefits>("POST", "/benefits/search");
    }
}
