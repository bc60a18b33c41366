using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Reports.Books;
using RetailMember.Modules;

namespace RetailMember.Membership.Reports;

/// <summary>What the module registers and maps for reports.</summary>
internal static class ReportServices
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddScoped<StoreDayBook>();
        services.AddScoped<TierMix>();
        services.AddScoped<IStoreTrade, TradeOfStores>();
        services.AddSingleton<AuditTurn>();
        services.AddScoped<MembershipChecks>();
        services.AddScoped<PostingChecks>();
        services.AddScoped<AwardChecks>();
    }

    public static void MapReports(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<ReadOverview>("GET", "/overview");
        endpoints.ForBrand<ReadPointsFlow>("GET", "/points-flow");
        endpoints.ForChain<ReadChainOverview>("GET", "/overview");
        endpoints.ForBrand<VerifyBooks>("GET", "/books");
        endpoints.ForChain<VerifyBooks>("GET", "/books");
        endpoints.ForBrand<FindBookChecks>("GET", "/book-checks");
        endpoints.ForBrand<StartBookCheck>("POST", "/book-checks");
    }
}
