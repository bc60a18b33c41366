using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace RetailMember.UseCases;

/// <summary>Faults that another transaction caused: the work is sound and may be tried again from its start.</summary>
internal static class TransientFaults
{
    public static bool MayBeRetried(Exception fault) => fault switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => MayBeRetried(inner),
        // A unique key taken meanwhile: the next attempt finds its row and decides by it.
        PostgresException postgres => postgres.SqlState is
            PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected,
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6
            || sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        SqlException server => server.Number is 1205 or 2601 or 2627,
        _ => false,
    };
}
