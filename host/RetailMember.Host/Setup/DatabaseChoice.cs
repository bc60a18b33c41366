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
        if (string.IsNullOrWhiteSpace(given)) return Sqlite(Path.Combine(contentRoot, DefaultFile));
        var colon = given.IndexOf(':', StringComparison.Ordinal);
        var rest = given[(colon + 1)..];
        return (colon < 2 ? "" : given[..colon].ToLowerInvariant()) switch
        {
            "sqlite" => Sqlite(Path.Combine(contentRoot, rest)),
            "postgres" => new DatabaseOptions(DatabaseKind.Postgres, rest),
            "sqlserver" => new DatabaseOptions(DatabaseKind.SqlServer, rest),
            // One letter before the colon is a Windows drive.
            "" => Sqlite(Path.GetFullPath(given)),
            var kind => throw new HostFault(
                $"'{kind}:' is no database. Give a SQLite file, or sqlite:FILE, postgres:CONNECTION or sqlserver:CONNECTION."),
        };
    }

    public static DatabaseKind KindOf(string name) => name.ToLowerInvariant() switch
    {
        "sqlite" => DatabaseKind.Sqlite,
        "postgres" => DatabaseKind.Postgres,
        "sqlserver" => DatabaseKind.SqlServer,
        _ => throw new HostFault($"'{name}' is no database. There are sqlite, postgres and sqlserver."),
    };

    private static DatabaseOptions Sqlite(string file)
    {
        var full = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return new DatabaseOptions(
            DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = full }.ToString());
    }
}
