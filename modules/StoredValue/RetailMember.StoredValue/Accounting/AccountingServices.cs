using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Modules;

namespace RetailMember.StoredValue.Accounting;

/// <summary>What the module registers and maps for finance.</summary>
internal static class AccountingServices
{
    public static void AddAccounting(this IServiceCollection services)
    {
        services.AddScoped<ValueMovements>();
        services.AddScoped<CardMoney>();
        services.AddScoped<OpenMoney>();
        services.AddScoped<LapsedLoads>();
        services.AddScoped<CommissionAudit>();
        services.AddScoped<AwardAudit>();
        services.AddScoped<AssessmentAudit>();
        services.AddScoped<IBookCheck, SalesChecks>();
    }

    public static void MapAccounting(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<ReadReconciliation>("GET", "/reconciliation");
        endpoints.ForBrand<ReadInterStore>("GET", "/inter-store");
        endpoints.ForBrand<ReadLiability>("GET", "/liability");
    }
}
