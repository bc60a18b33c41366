using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RetailMember.Data;

namespace RetailMember.Testing;

/// <summary>
/// A fresh database with the tables of the modules given, and the services to work on it. The tables are made once per
/// kind and set of modules; each further database is a copy.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<DatabaseOptions>>> Templates = new();
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private readonly DatabaseOptions database;

    private TestDatabase(DatabaseOptions database, ServiceProvider services)
    {
        this.database = database;
        Services = services;
    }

    public ServiceProvider Services { get; }

    public DatabaseKind Kind => database.Kind;

    public string ConnectionString => database.ConnectionString;

    /// <param name="kind">SQLite or PostgreSQL.</param>
    /// <param name="modules">Registers the modules' services; the data layer is there already.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, Action<IServiceCollection> modules)
    {
        var contexts = string.Join(',', With(new DatabaseOptions(kind, ""), modules)
            .Select(s => s.ImplementationInstance).OfType<ModuleDbRegistration>().Select(r => r.Context.FullName));
        var template = await Templates.GetOrAdd($"{kind}:{contexts}", _ => new(() => MakeTemplateAsync(kind, modules))).Value;
        var options = await CopyAsync(template);
        return new TestDatabase(options, With(options, modules).BuildServiceProvider());
    }

    /// <summary>A database without any table, for tests of migrations.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind, Action<IServiceCollection> modules)
    {
        var options = await FreshAsync(kind, name => $"CREATE DATABASE {name}");
        return new TestDatabase(options, With(options, modules).BuildServiceProvider());
    }

    /// <summary>Runs work in a scope and a transaction of a brand.</summary>
    public async Task<T> InBrandAsync<T>(int brand, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brand;
        await session.BeginAsync();
        var result = await work(scope.ServiceProvider);
        await session.CommitAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (Kind != DatabaseKind.Sqlite) return;
        await using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(connection.DataSource + suffix);
    }

    private static ServiceCollection With(DatabaseOptions options, Action<IServiceCollection> modules)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddData(options, PersonalDataKeys.Of(Key));
        modules(services);
        return services;
    }

    private static async Task<DatabaseOptions> MakeTemplateAsync(DatabaseKind kind, Action<IServiceCollection> modules)
    {
        var options = await FreshAsync(kind, name => $"CREATE DATABASE {name}");
        await using (var services = With(options, modules).BuildServiceProvider())
            await services.GetRequiredService<Migrator>().MigrateAsync();

        // A template must have no connections, and all of its content in the one file.
        if (kind == DatabaseKind.Postgres) return options;
        await using var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync();
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return options;
    }

    private static async Task<DatabaseOptions> CopyAsync(DatabaseOptions template)
    {
        if (template.Kind == DatabaseKind.Postgres)
        {
            var name = new NpgsqlConnectionStringBuilder(template.ConnectionString).Database;
            return await FreshAsync(template.Kind, copy => $"CREATE DATABASE {copy} TEMPLATE {name}");
        }
        var options = await FreshAsync(template.Kind, _ => "");
        File.Copy(FileOf(template), FileOf(options));
        return options;
    }

    private static async Task<DatabaseOptions> FreshAsync(DatabaseKind kind, Func<string, string> create)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        if (kind == DatabaseKind.Sqlite)
            return new DatabaseOptions(kind, $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db");
        await PostgresServer.ExecuteAsync(create(name));
        return new DatabaseOptions(kind, await PostgresServer.ConnectionStringAsync(name));
    }

    private static string FileOf(DatabaseOptions options) =>
        new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
}
