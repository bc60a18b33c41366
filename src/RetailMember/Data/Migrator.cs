using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using EfMigrator = Microsoft.EntityFrameworkCore.Migrations.IMigrator;

namespace RetailMember.Data;

/// <summary>Brings the tables of every registered module to what its model says.</summary>
public sealed class Migrator(IServiceScopeFactory scopes, IEnumerable<ModuleDbRegistration> registrations)
{
    /// <summary>The modules' contexts in order of registration.</summary>
    public IReadOnlyList<ModuleDbRegistration> Registrations { get; } = [.. registrations];

    /// <summary>Applies what is missing in the running database, module by module.</summary>
    public async Task MigrateAsync(CancellationToken ct = default)
    {
        foreach (var registration in Registrations) await MigrateAsync(registration, ct);
    }

    /// <summary>Applies what one module's tables lack, and says which migrations these were, as <c>module: migration</c>.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(ModuleDbRegistration registration, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = (ModuleDb)scope.ServiceProvider.GetRequiredService(registration.Context);
        // Looking costs one question; migrating compares whole models first.
        var missing = await MissingAsync(context, ct);
        if (missing.Count > 0) await context.Database.MigrateAsync(ct);
        return missing;
    }

    /// <summary>The migrations that one module's tables still lack, as <c>module: migration</c>.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(ModuleDbRegistration registration, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await MissingAsync((ModuleDb)scope.ServiceProvider.GetRequiredService(registration.Context), ct);
    }

    /// <summary>
    /// The SQL that makes every table from nothing. It may be run again on the server databases; SQLite has no words
    /// for that.
    /// </summary>
    public string Script(DatabaseKind kind)
    {
        var scripts = Registrations.Select(registration =>
        {
            using var context = registration.CreateForModel(kind);
            var options = kind == DatabaseKind.Sqlite
                ? MigrationsSqlGenerationOptions.Script
                : MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.Idempotent;
            return context.Database.GetService<EfMigrator>().GenerateScript(options: options);
        });
        return string.Join(Environment.NewLine, scripts);
    }

    /// <summary>Contexts whose model has moved on since their last migration, on any of the three databases.</summary>
    public IReadOnlyList<string> PendingModelChanges() =>
    [
        .. from registration in Registrations
           from kind in Enum.GetValues<DatabaseKind>()
           where HasMovedOn(registration, kind)
           select $"{registration.Context.Name} on {kind}",
    ];

    private static async Task<IReadOnlyList<string>> MissingAsync(ModuleDb context, CancellationToken ct) =>
        [.. (await context.Database.GetPendingMigrationsAsync(ct)).Select(migration => $"{context.Module}: {migration}")];

    private static bool HasMovedOn(ModuleDbRegistration registration, DatabaseKind kind)
    {
        using var context = registration.CreateForModel(kind);
        return context.Database.HasPendingModelChanges();
    }
}
