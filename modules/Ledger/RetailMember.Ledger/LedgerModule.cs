using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Ledger.Auditing;
using RetailMember.Ledger.Data;
using RetailMember.Ledger.Reading;
using RetailMember.Ledger.Writing;
using RetailMember.Modules;

namespace RetailMember.Ledger;

/// <summary>Balances of any unit: the only writer, the reader and the proof. Has no pages of its own.</summary>
public sealed class LedgerModule : IModule
{
    public string Name => "Ledger";

    public void Describe(ModuleDescription module)
    {
        // The ledger is asked by other modules alone, which have their own permissions and menus.
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<LedgerDb, LedgerSqliteDb, LedgerPostgresDb, LedgerSqlServerDb>();
        services.AddSingleton<IReadOnlyDictionary<string, LedgerUnit>>(
            provider => provider.GetServices<LedgerUnit>().ToDictionary(unit => unit.Code));
        services.AddScoped<AccountOpener>();
        services.AddScoped<OpenLots>();
        services.AddScoped<TransferredLots>();
        services.AddScoped<Heirs>();
        services.AddScoped<TakenOverLots>();
        services.AddScoped<ILedgerSuccession, Successions>();
        services.AddScoped<BookLoader>();
        services.AddScoped<EntryWriter>();
        services.AddScoped<LotExpiry>();
        services.AddScoped<LedgerReader>();
        services.AddScoped<ILedger, Ledger>();
        services.AddScoped<LedgerFigures>();
        services.AddScoped<LedgerBreaches>();
        services.AddScoped<ILedgerAudit, LedgerAudit>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        // See Describe.
    }
}
