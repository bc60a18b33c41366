namespace RetailMember.Data;

/// <summary>The database engines that the product runs on.</summary>
public enum DatabaseKind
{
    /// <summary>One file beside the host: the embedded default.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later.</summary>
    Postgres,

    /// <summary>SQL Server 2019 or later.</summary>
    SqlServer,
}

/// <summary>Which database this host uses. One per process, registered as a singleton.</summary>
/// <param name="Kind">The engine.</param>
/// <param name="ConnectionString">The engine's own connection string (<c>Data Source=FILE</c> for SQLite).</param>
public sealed record DatabaseOptions(DatabaseKind Kind, string ConnectionString);
