using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership.Points.Awards;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Modules;

namespace RetailMember.Membership.Points;

/// <summary>What the module registers and maps for points and tiers.</summary>
internal static class PointServices
{
    public static void AddPoints(this IServiceCollection services)
    {
        services.AddLedgerUnit(new LedgerUnit(MembershipUnits.Points, KeepsLots: true));
        services.AddLedgerUnit(new LedgerUnit(MembershipUnits.Growth, KeepsLots: false));
        services.AddScoped<IMemberPoints, PointsOfMembers>();
        services.AddScoped<AdjustmentBook>();
        services.AddScoped<TransferBook>();
        services.AddScoped<AwardTaker>();
        services.AddScoped<IMemberAwards, AwardBook>();
    }

    public static void MapPoints(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<ReadLedger>("GET", "/members/{member}/ledger");
        endpoints.ForBrand<ExplainPosting>("GET", "/members/{member}/ledger/{posting}");
        endpoints.ForBrand<ExplainBalance>("GET", "/members/{member}/balance");
        endpoints.ForBrand<AdjustPoints>("POST", "/members/{member}/adjustments");
        endpoints.ForBrand<FindAdjustments>("GET", "/adjustments");
        endpoints.ForBrand<DecideAdjustment>("POST", "/adjustments/{adjustment}/decision");
        endpoints.ForBrand<FindTransfers>("GET", "/members/{member}/transfers");
        endpoints.ForBrand<TransferPoints>("POST", "/members/{member}/transfers");
        endpoints.ForBrand<ReverseTransfer>("POST", "/transfers/{transfer}/reversal");
        endpoints.ForBrand<ExpirePoints>("POST", "/expiries");
        endpoints.ForBrand<ReviewTiers>("POST", "/tier-reviews");
    }
}
