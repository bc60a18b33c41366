using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Membership.Purchases;

/// <summary>What the module registers and maps for purchases.</summary>
internal static class PurchaseServices
{
    public static void AddPurchases(this IServiceCollection services)
    {
        services.AddScoped<ReceiptDesks>();
        services.AddScoped<MemberPasts>();
        services.AddSingleton<EarningAdditions>();
        services.AddSingleton<PriceVetoes>();
        services.AddSingleton<PriceGrounds>();
        services.AddScoped<PointsEarners>();
        services.AddScoped<JoiningOffers>();
        services.AddScoped<GrantClawback>();
        services.AddScoped<MemberAfterRefund>();
        services.AddScoped<RefundFollowers>();
        services.AddScoped<ReceiptReader>();
        services.AddScoped<TenderDesk>();
        services.AddScoped<TenderRefund>();
        services.AddTender<ExternalTender>(ExternalTender.Kind, "Membership", order: 200);
        services.AddTender<PointsTender>(PointsTender.Kind, "Membership", order: 300);
    }

    public static void MapPurchases(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<RecordPurchase>("POST", "/purchases");
        endpoints.ForBrand<ReadPurchase>("GET", "/purchases/{receiptNo}");
        endpoints.ForBrand<Quote>("POST", "/quotes");
        endpoints.ForBrand<QuoteJoining>("POST", "/quotes/joining");
        endpoints.ForBrand<RefundPurchase>("POST", "/refunds");
    }
}
