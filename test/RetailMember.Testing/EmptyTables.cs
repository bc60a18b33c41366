using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;

namespace RetailMember.Testing;

/// <summary>
/// Databases for hosts: the tables are made once per kind and set of modules, as a host makes them; each further database
/// is a copy.
/// </summary>
internal static class EmptyTables
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Originals = new();

    /// <summary>A database of its own, or that of the folder which is taken over.</summary>
    public static async Task<string> DatabaseAsync(TestHostOptions options, string folder)
    {
        // What lies in a test's own folder of plug-ins may be another thing by the next start.
        if (options.Folder is not null || (options.Plugins is not null && options.Plugins != Verticals.Folder))
            return await Databases.FreshAsync(options.Database, folder);
        var key = string.Join(' ', [options.Database, options.Plugins, .. options.Modules.Select(m => m.GetType())]);
        var original = await Originals.GetOrAdd(key, _ => new(() => MakeAsync(options))).Value;
        return await Databases.CopyAsync(options.Database, original, folder);
    }

    private static async Task<string> MakeAsync(TestHostOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("retailmember-tables-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var database = await Databases.FreshAsync(options.Database, folder);
        var plain = new TestHostOptions { Database = options.Database, Plugins = options.Plugins, Modules = options.Modules };
        await using (var app = HostSetup.Create(TestHost.ArgumentsOf(plain, database, TimeProvider.System, folder)).Build())
            await app.Services.GetRequiredService<TableKeeper>().MigrateAsync(CancellationToken.None);
        await LetGoAsync(options.Database, database);
        return database;
    }

    /// <summary>Has all of an embedded database's content in its one file.</summary>
    private static async Task LetGoAsync(DatabaseKind kind, string database)
    {
        if (kind != DatabaseKind.Sqlite) return;
        var file = database[(database.IndexOf(':', StringComparison.Ordinal) + 1)..];
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync();
    }
}
