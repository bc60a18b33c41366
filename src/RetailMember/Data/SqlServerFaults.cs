using System.Collections.Frozen;
using Microsoft.Data.SqlClient;

namespace RetailMember.Data;

/// <summary>SQL Server's error numbers, sorted by what a caller can do about them.</summary>
internal static class SqlServerFaults
{
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int ClientTimeout = -2;
    private const byte FatalClass = 20;

    private static readonly FrozenSet<int> Transient = FrozenSet.ToFrozenSet(
    [
        // Another transaction was in the way: deadlock, lock time-out, update conflicts of snapshots and of memory tables.
        1205, 1222, 3960, 3961, 3966, 41301, 41302, 41305, 41325,

        // The server is short of locks, memory, threads or log for a moment.
        1204, 8628, 8645, 8651, 9515, 10928, 10929, 10936, 40501, 41839, 49918, 49919, 49920,

        // The database moves, restarts or fails over.
        921, 997, 4060, 4221, 14355, 17197, 40197, 40540, 40613, 42108, 42109,

        // The connection could not be made or was lost.
        20, 53, 64, 121, 233, 258, 596, 10053, 10054, 10060, 10061, 11001,
    ]);

    public static bool IsTaken(SqlException fault) => Any(fault, n => n is UniqueIndex or UniqueConstraint);

    public static bool IsTransient(SqlException fault) => Any(fault, IsTransient);

    public static bool IsTransient(int number) => Transient.Contains(number);

    /// <summary>The client stopped waiting or the connection broke: what the server did is not known.</summary>
    public static bool IsLostConnection(SqlException fault) => IsLostConnection(fault.Number, fault.Class);

    public static bool IsLostConnection(int number, byte severity) => number == ClientTimeout || severity >= FatalClass;

    // Of a batch the first error is often a consequence; the cause stands further down.
    private static bool Any(SqlException fault, Func<int, bool> means) =>
        fault.Errors.Cast<SqlError>().Any(error => means(error.Number));
}
