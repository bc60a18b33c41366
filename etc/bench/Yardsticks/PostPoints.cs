using System.Globalization;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Yardsticks;

/// <summary>The least that a ledger can do: one row with a unique key and one balance, as one statement.</summary>
internal sealed class PostPoints(PgBench bench, int seconds)
{
    public static async Task<PostPoints> PrepareAsync(PostgresServer server, TempFolder temp, BenchOptions options)
    {
        await server.DropDatabaseAsync("post_points");
        await server.CreateDatabaseAsync("post_points");
        var bench = new PgBench(server, temp, "post_points", options.Protocol);
        await bench.SqlAsync("""
            CREATE TABLE balance (id bigint PRIMARY KEY, points bigint NOT NULL);
            CREATE TABLE posting (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key uuid NOT NULL UNIQUE,
                balance_id bigint NOT NULL, points bigint NOT NULL, at timestamptz NOT NULL);
            INSERT INTO balance SELECT id, 0 FROM generate_series(1, 100000) id;
            """);
        return new PostPoints(bench, options.Seconds);
    }

    /// <summary>Postings spread evenly over the first so many members.</summary>
    public Task<Rate> RunAsync(int clients, int members) => bench.RunAsync(clients, seconds, string.Create(
        CultureInfo.InvariantCulture, $"""
        \set member random(1, {members})
        WITH posted AS (
            INSERT INTO posting (key, balance_id, points, at)
            VALUES (gen_random_uuid(), :member, 10, now()) RETURNING balance_id, points)
        UPDATE balance SET points = balance.points + posted.points FROM posted WHERE balance.id = posted.balance_id;

        """));
}
