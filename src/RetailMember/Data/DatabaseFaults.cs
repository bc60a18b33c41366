using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RetailMember.Data;

/// <summary>What an exception of the database means, the same on all three.</summary>
public static class DatabaseFaults
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    /// <summary>A key or unique value was taken.</summary>
    public static bool IsTaken(Exception fault) => Innermost(fault) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } => true,
        SqlException server => SqlServerFaults.IsTaken(server),
        _ => false,
    };

    /// <summary>The whole transaction may be tried again: a deadlock, a lost connection, a server that restarts.</summary>
    public static bool IsTransient(Exception fault) => Innermost(fault) switch
    {
        NpgsqlException npgsql => npgsql.IsTransient,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        SqlException server => SqlServerFaults.IsTransient(server),
        _ => false,
    };

    /// <summary>No answer came from the server: what was asked of it last may have been done or not.</summary>
    public static bool IsLostConnection(Exception fault) => Innermost(fault) switch
    {
        PostgresException => false,
        NpgsqlException => true,
        SqlException server => SqlServerFaults.IsLostConnection(server),
        _ => false,
    };

    private static Exception Innermost(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
            if (inner is System.Data.Common.DbException) return inner;
        return fault;
    }
}
