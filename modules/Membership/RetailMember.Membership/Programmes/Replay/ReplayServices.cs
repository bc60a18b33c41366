using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>What the module registers and maps for replays.</summary>
internal static class ReplayServices
{
    public static void AddReplays(this IServiceCollection services)
    {
        services.AddScoped<ReplayDesk>();
        services.AddScoped<FactsReader>();
        services.AddScoped<ReceiptContents>();
        services.AddScoped<PointsHistory>();
    }

    public static void MapReplays(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindReplays>("GET", "/programmes/{version}/replays");
        endpoints.ForBrand<StartReplay>("POST", "/programmes/{version}/replays");
        endpoints.ForBrand<ReadReplay>("GET", "/programmes/{version}/replays/{replay}");
        endpoints.ForBrand<CancelReplay>("POST", "/programmes/{version}/replays/{replay}/cancellation");
        endpoints.ForBrand<FindReplayedMembers>("GET", "/programmes/{version}/replays/{replay}/members");
    }
}
