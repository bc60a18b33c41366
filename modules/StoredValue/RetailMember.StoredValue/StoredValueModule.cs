using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.StoredValue.Auditing;
using RetailMember.StoredValue.Batches;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Merging;
using RetailMember.StoredValue.Own;
using RetailMember.StoredValue.Pages;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Tenders;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue;

/// <summary>Prepaid cards: what they hold, what they pay, who sold them and what he gets for it.</summary>
public sealed class StoredValueModule : IModule
{
    public string Name => "StoredValue";

    public IReadOnlyList<string> Needs => ["Ledger", "Membership"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribeSales();
        module.DescribeCommissions();
        module.DescribeValue();
        module.DescribePages();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<StoredValueDb, StoredValueSqliteDb, StoredValuePostgresDb, StoredValueSqlServerDb>();
        services.AddLedgerUnit(new LedgerUnit(StoredValueUnits.Principal, KeepsLots: true, Floor: 0));
        services.AddLedgerUnit(new LedgerUnit(StoredValueUnits.Bonus, KeepsLots: true, Floor: 0));
        services.AddScoped<CardTypeShelf>();
        services.AddScoped<CardTypeDrafts>();
        services.AddScoped<ProposedCardTypes>();
        services.AddSales();
        services.AddCommissions();
        services.AddCards();
        services.AddValue();
        services.AddBatches();
        services.AddScoped<IMemberMerge, CardMerge>();
        services.AddScoped<IMemberData, StoredValueData>();
        services.AddScoped<CardChecks>();
        services.AddScoped<DemoHouse>();
        services.AddScoped<IDemonstration, StoredValueDemonstration>();
        services.AddScoped<IBookCheck, StoredValueChecks>();
        services.AddTender<CardTender>(CardTender.Kind, Name, order: 400);
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.MapTypes();
        endpoints.MapSales();
        endpoints.MapCommissions();
        endpoints.MapCards();
        endpoints.MapValue();
        endpoints.MapClosings();
        endpoints.MapBatches();
        endpoints.MapPages();
    }
}
