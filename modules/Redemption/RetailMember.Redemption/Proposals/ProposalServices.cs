using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Redemption.Proposals;

/// <summary>What the module registers and maps for what other modules propose.</summary>
internal static class ProposalServices
{
    public static void AddProposals(this IServiceCollection services) => services.AddScoped<ProposedShelf>();

    public static void MapProposals(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindProposedRewards>("GET", "/proposed-rewards");
        endpoints.ForBrand<TakeOverReward>("POST", "/proposed-rewards/{reward}/draft");
        endpoints.ForBrand<FindProposedBenefits>("GET", "/proposed-benefits");
        endpoints.ForBrand<TakeOverBenefit>("POST", "/proposed-benefits/{benefit}/draft");
        endpoints.ForBrand<FindProposedVouchers>("GET", "/proposed-voucher-definitions");
        endpoints.ForBrand<TakeOverVoucher>("POST", "/proposed-voucher-definitions/{definition}/draft");
    }
}
