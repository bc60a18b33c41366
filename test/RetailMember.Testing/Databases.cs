using Npgsql;
using RetailMember.Data;
using Xunit;

namespace RetailMember.Testing;

/// <summary>
/// The databases that data tests run on: <c>[Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]</c>.
/// A test on PostgreSQL is skipped by name where its programs are missing.
/// </summary>
public static class Databases
{
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";

    public static TheoryData<DatabaseKind> All => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    /// <summary>An empty database, as the host's one configuration key names it.</summary>
    public static async Task<string> FreshAsync(DatabaseKind kind, string folder) => kind == DatabaseKind.Sqlite
        ? SqliteIn(folder)
        : await PostgresAsync(name => $"CREATE DATABASE {name}");

    /// <summary>A copy of what <see cref="FreshAsync"/> named, to which nobody is connected.</summary>
    public static async Task<string> CopyAsync(DatabaseKind kind, string original, string folder)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var template = new NpgsqlConnectionStringBuilder(original[Postgres.Length..]).Database;
            return await PostgresAsync(name => $"CREATE DATABASE {name} TEMPLATE {template}");
        }

        var copy = SqliteIn(folder);
        File.Copy(original[Sqlite.Length..], copy[Sqlite.Length..]);
        return copy;
    }

    private static string SqliteIn(string folder) => Sqlite + Path.Combine(folder, "test.db");

    private static async Task<string> PostgresAsync(Func<string, string> create)
    {
        var name = $"host_{Guid.CreateVersion7():N}";
        await PostgresServer.ExecuteAsync(create(name));
        return Postgres + await PostgresServer.ConnectionStringAsync(name);
    }
}
