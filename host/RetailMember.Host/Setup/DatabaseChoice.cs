using Microsoft.Data.Sqlite;
using RetailMember.Data;

namespace RetailMember.Host.Setup;

/// <summary>
/// Reads the one key that chooses the database: <c>sqlite:FILE</c>, <c>postgres:CONNECTION</c>,
/// <c>sqlserver:CONNECTION</c>, or a bare file name, which is SQLite's.
/// </summary>
internal static class DatabaseChoice
{
    public const string Key = "Database";
    private const string DefaultFile = "data/retailmember.db";

    public static DatabaseOptions Of(string? given, string contentRoot)
    {
        if (FileOf(given, contentRoot) is { } file) return Sqlite(file);
        var (kind, rest) = Split(given!);
        return kind switch
        {
            "postgres" => new DatabaseOptions(DatabaseKind.Postgres, rest),
            "sqlserver" => new DatabaseOptions(DatabaseKind.SqlServer, rest),
            _ => throw new HostFault(
                $"'{kind}:' is no database. Give a SQLite file, or sqlite:FILE, postgres:CONNECTION or sqlserver:CONNECTION."),
        };
    }

    /// <summary>The file of the embedded database, there or not; null for a server's.</summary>
    public static string? FileOf(string? given, string contentRoot)
    {
        if (string.IsNullOrWhiteSpace(given)) return Path.GetFullPath(Path.Combine(contentRoot, DefaultFile));
        return Split(given) switch
        {
            ("sqlite", var rest) => Path.GetFullPath(Path.Combine(contentRoot, rest)),
            ("", _) => Path.GetFullPath(given),
            _ => null,
        };
    }

    public static DatabaseKind KindOf(string name) => name.ToLowerInvariant() switch
    {
        "sqlite" => DatabaseKind.Sqlite,
        "postgres" => DatabaseKind.Postgres,
        "sqlserver" => DatabaseKind.SqlServer,
        _ => throw new HostFault($"'{name}' is no database. There are sqlite, postgres and sqlserver."),
    };

    // One letter before the colon is a Windows drive.
    private static (string Kind, string Value) Split(string given)
    {
        var colon = given.IndexOf(':', StringComparison.Ordinal);
        return colon < 2 ? ("", given) : (given[..colon].ToLowerInvariant(), given[(colon + 1)..]);
    }

    private static DatabaseOptions Sqlite(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new DatabaseOptions(
            DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = file }.ToString());
    }
}
