using RetailMember.Data;
using Xunit;

namespace RetailMember.Testing;

/// <summary>
/// The databases that data tests run on: <c>[Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]</c>.
/// A test on PostgreSQL is skipped by name where its programs are missing.
/// </summary>
public static class Databases
{
    public static TheoryData<DatabaseKind> All => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    /// <summary>An empty database, as the host's one configuration key names it.</summary>
    public static async Task<string> FreshAsync(DatabaseKind kind, string folder)
    {
        if (kind == DatabaseKind.Sqlite) return $"sqlite:{Path.Combine(folder, "test.db")}";
        var name = $"host_{Guid.CreateVersion7():N}";
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name}");
        return "postgres:" + await PostgresServer.ConnectionStringAsync(name);
    }
}
