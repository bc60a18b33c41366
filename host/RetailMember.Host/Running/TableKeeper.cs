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
    /// database in Production it only looks, and says what is missing: a host without core tables does not start, a plug-in
    /// without its own is quarantined.
    /// </summary>
    public async Task EnsureAsync(bool asked, CancellationToken cancel)
    {
        if (asked || database.Kind == DatabaseKind.Sqlite || environment.IsDevelopment())
        {
            await MigrateAsync(cancel);
            return;
        }

        var missing = new List<string>();
        await EachAsync(async (registration, owner) =>
        {
            var lacking = await migrator.MissingAsync(registration, cancel);
            if (owner is { IsPlugin: true } && lacking.Count > 0) throw Lacks(lacking);
            missing.AddRange(lacking);
        });
        if (missing.Count > 0) throw Lacks(missing);
    }

    /// <summary>Migrates module by module; a plug-in whose migration fails is quarantined.</summary>
    public async Task<MigratedTables> MigrateAsync(CancellationToken cancel)
    {
        var applied = new List<string>();
        var failed = await EachAsync(async (registration, _) => applied.AddRange(await migrator.MigrateAsync(registration, cancel)));
        return new MigratedTables(applied, failed);
    }

    private async Task<IReadOnlyList<QuarantinedModule>> EachAsync(Func<ModuleDbRegistration, LoadedModule?, Task> work)
    {
        foreach (var registration in migrator.Registrations)
        {
            var owner = modules.OwnerOf(registration.Context);
            try
            {
                await work(registration, owner);
            }
            catch (Exception fault) when (owner is { IsPlugin: true } && fault is not OperationCanceledException)
            {
                log.LogError(fault, "The plug-in {Module} has not the tables that it needs", owner.Name);
                modules.QuarantineTables(owner, "migrate", fault);
            }
        }

        return [.. modules.Quarantined.Where(q => !modules.HasTables(q.Name))];
    }

    private static HostFault Lacks(IReadOnlyList<string> missing) => new(
        $"The database lacks {missing.Count} migrations ({string.Join(", ", missing.Take(3))}{(missing.Count > 3 ? ", …" : "")}). " +
        "Run the verb migrate, start with --migrate, or apply what migrate --script prints.");
}

/// <param name="Applied">As <c>module: migration</c>.</param>
/// <param name="Failed">Plug-ins that are without their tables now, and why.</param>
internal sealed record MigratedTables(IReadOnlyList<string> Applied, IReadOnlyList<QuarantinedModule> Failed);
