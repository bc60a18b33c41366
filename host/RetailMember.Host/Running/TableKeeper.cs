using RetailMember.Data;
using RetailMember.Host.Setup;
using RetailMember.Modules;

namespace RetailMember.Host.Running;

/// <summary>Sees to it that the tables are what the modules expect, before anything else runs.</summary>
internal sealed class TableKeeper(
    Migrator migrator, ModuleCatalogue modules, DatabaseOptions database, IHostEnvironment environment, ILogger<TableKeeper> log)
{
    /// <summary>
    /// Migrates where that is nobody else's business: the embedded database, Development, or when asked to. On a server
    /// database in Production it only looks, and says what is missing.
    /// </summary>
    public async Task EnsureAsync(bool asked, CancellationToken cancel)
    {
        if (asked || database.Kind == DatabaseKind.Sqlite || environment.IsDevelopment())
        {
            await MigrateAsync(cancel);
            return;
        }

        var missing = await migrator.MissingAsync(cancel);
        if (missing.Count == 0) return;
        throw new HostFault(
            $"The database lacks {missing.Count} migrations ({string.Join(", ", missing.Take(3))}, …). " +
            "Run the verb migrate, start with --migrate, or apply what migrate --script prints.");
    }

    /// <summary>Migrates module by module; a plug-in whose migration fails is quarantined.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        foreach (var registration in migrator.Registrations)
        {
            var owner = modules.OwnerOf(registration.Context);
            try
            {
                await migrator.MigrateAsync(registration, cancel);
            }
            catch (Exception fault) when (owner is { IsPlugin: true } && fault is not OperationCanceledException)
            {
                log.LogError(fault, "The plug-in {Module} could not migrate its tables", owner.Name);
                modules.Quarantine(owner, "migrate", fault);
            }
        }
    }
}
