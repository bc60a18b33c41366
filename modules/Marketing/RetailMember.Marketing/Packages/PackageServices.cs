using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Marketing.Packages;

/// <summary>What the module registers and maps for packages.</summary>
internal static class PackageServices
{
    public static void AddPackages(this IServiceCollection services)
    {
        services.AddScoped<PackageBook>();
        services.AddScoped<PackageWatch>();
    }

    public static void MapPackages(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindPackages>("GET", "/packages");
        endpoints.ForBrand<BuyPackage>("POST", "/packages");
    }
}
