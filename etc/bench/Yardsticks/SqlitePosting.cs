using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Yardsticks;

/// <summary>The least that a ledger can do on SQLite: one row and one balance a transaction, all on disk.</summary>
internal static class SqlitePosting
{
    private const int Members = 100_000;

    public static Rate Run(string file, TimeSpan longest)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Prepare(connection);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO posting (key, balance_id, points, at) VALUES ($key, $member, 10, $at)";
        var key = insert.Parameters.Add("$key", SqliteType.Blob);
        var member = insert.Parameters.Add("$member", SqliteType.Integer);
        insert.Parameters.Add("$at", SqliteType.Integer).Value = 0;
        using var update = connection.CreateCommand();
        update.CommandText = "UPDATE balance SET points = points + 10 WHERE id = $member";
        var balance = update.Parameters.Add("$member", SqliteType.Integer);

        var latencies = new Latencies();
        var random = new Random(1);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < longest)
        {
            var sentAt = Stopwatch.GetTimestamp();
            key.Value = Guid.CreateVersion7().ToByteArray();
            member.Value = balance.Value = random.Next(1, Members + 1);
            using var transaction = connection.BeginTransaction();
            insert.Transaction = update.Transaction = transaction;
            insert.ExecuteNonQuery();
            update.ExecuteNonQuery();
            transaction.Commit();
            latencies.Add((long)Stopwatch.GetElapsedTime(sentAt).TotalMicroseconds);
        }

        return new Rate(latencies.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, latencies);
    }

    private static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS balance (id INTEGER PRIMARY KEY, points INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS posting (
                id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, balance_id INTEGER NOT NULL,
                points INTEGER NOT NULL, at INTEGER NOT NULL);
            WITH RECURSIVE member(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM member WHERE id < {Members})
            INSERT OR IGNORE INTO balance SELECT id, 0 FROM member;
            """;
        command.ExecuteNonQuery();
    }
}
