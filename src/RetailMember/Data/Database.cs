using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RetailMember.Data;

/// <summary>Makes connections of the host's one database, tuned the same way everywhere.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource? pool;
    private readonly string connectionString;
    private readonly Func<DbConnection>? connect;

    public Database(DatabaseOptions options)
    {
        Kind = options.Kind;
        connectionString = options.Kind switch
        {
            DatabaseKind.Sqlite => Sqlite(options.ConnectionString),
            DatabaseKind.Postgres => Postgres(options.ConnectionString),
            DatabaseKind.SqlServer => options.ConnectionString,
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
        if (Kind == DatabaseKind.Postgres) pool = NpgsqlDataSource.Create(connectionString);
        if (Kind == DatabaseKind.Sqlite) Gate = WriteGate.Of(new SqliteConnectionStringBuilder(connectionString).DataSource);
    }

    /// <summary>For tests that watch what a database would be sent.</summary>
    internal Database(DatabaseKind kind, Func<DbConnection> connect)
    {
        Kind = kind;
        connectionString = "";
        this.connect = connect;
    }

    public DatabaseKind Kind { get; }

    /// <summary>The turn that a SQLite writer waits for; null on the server databases, which queue by themselves.</summary>
    internal WriteGate? Gate { get; }

    /// <summary>A closed connection; the caller disposes it.</summary>
    public DbConnection CreateConnection()
    {
        if (connect is not null) return connect();
        if (pool is not null) return pool.CreateConnection();
        if (Kind == DatabaseKind.SqlServer) return new SqlConnection(connectionString);
        var connection = new SqliteConnection(connectionString);
        connection.StateChange += ApplyPragmas;
        return connection;
    }

    /// <summary>
    /// Has the database look at its tables anew, after many rows came at once. PostgreSQL does so by itself a minute or
    /// more later, and until then reads whole tables where an index would do; the others need no telling.
    /// </summary>
    public async Task RefreshStatisticsAsync(CancellationToken ct = default)
    {
        if (Kind != DatabaseKind.Postgres) return;
        await using var connection = CreateConnection();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "ANALYZE";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (pool is not null) await pool.DisposeAsync();
    }

    private static string Sqlite(string given)
    {
        var parts = new SqliteConnectionStringBuilder(given) { ForeignKeys = true, DefaultTimeout = 30 };
        parts.DataSource = Path.GetFullPath(parts.DataSource);
        return parts.ToString();
    }

    // Sessions keep no server state beyond their transaction, so pooled connections need no reset;
    // statements that recur are prepared by the driver.
    private static string Postgres(string given)
    {
        var parts = new NpgsqlConnectionStringBuilder(given) { NoResetOnClose = true };
        if (parts.MaxAutoPrepare == 0) parts.MaxAutoPrepare = 200;
        parts.AutoPrepareMinUsages = 2;
        return parts.ToString();
    }

    private static void ApplyPragmas(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState != ConnectionState.Open) return;
        using var command = ((SqliteConnection)sender).CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
        command.ExecuteNonQuery();
    }
}
