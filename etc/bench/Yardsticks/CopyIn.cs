using System.Diagnostics;
using Npgsql;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Yardsticks;

/// <summary>Binary COPY into tables with their indexes on: as fast as rows come into PostgreSQL.</summary>
internal sealed class CopyIn(PostgresServer server, int rows, string database)
{
    public static async Task<CopyIn> PrepareAsync(PostgresServer server, int rows, string database = "copy_in")
    {
        await server.CreateDatabaseAsync(database);
        return new CopyIn(server, rows, database);
    }

    /// <summary>Members with a unique number and a unique mobile; rows a second.</summary>
    public Task<double> MembersAsync() => RunAsync(
        """
        DROP TABLE IF EXISTS member;
        CREATE TABLE member (id uuid NOT NULL, number text NOT NULL UNIQUE, mobile bytea NOT NULL UNIQUE,
            name text NOT NULL, joined date NOT NULL)
        """,
        "COPY member (id, number, mobile, name, joined) FROM STDIN (FORMAT BINARY)",
        (writer, row) =>
        {
            writer.Write(Guid.CreateVersion7());
            writer.Write($"M{row:D8}");
            writer.Write(Guid.CreateVersion7().ToByteArray());
            writer.Write("Member of the bench");
            writer.Write(new DateOnly(2020, 1, 1).AddDays(row % 1000));
        });

    /// <summary>Ledger rows with a primary key, a unique business key and an index by account; rows a second.</summary>
    public Task<double> PostingsAsync() => RunAsync(
        """
        DROP TABLE IF EXISTS posting;
        CREATE TABLE posting (id bigint PRIMARY KEY, key text NOT NULL UNIQUE, account_id bigint NOT NULL,
            amount bigint NOT NULL, at timestamp NOT NULL);
        CREATE INDEX ON posting (account_id, id)
        """,
        "COPY posting (id, key, account_id, amount, at) FROM STDIN (FORMAT BINARY)",
        (writer, row) =>
        {
            writer.Write((long)row);
            writer.Write($"B{row:D12}");
            writer.Write((row * 7919L) % 100_000);
            writer.Write(100L);
            writer.Write(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(row));
        });

    /// <summary>Vouchers with a unique code, a unique business key and an index by member; rows a second.</summary>
    public Task<double> VouchersAsync() => RunAsync(
        """
        DROP TABLE IF EXISTS voucher;
        CREATE TABLE voucher (id uuid PRIMARY KEY, code text NOT NULL UNIQUE, key text NOT NULL UNIQUE, member_id uuid NOT NULL,
            fen bigint NOT NULL, expires date NOT NULL);
        CREATE INDEX ON voucher (member_id, id)
        """,
        "COPY voucher (id, code, key, member_id, fen, expires) FROM STDIN (FORMAT BINARY)",
        (writer, row) =>
        {
            writer.Write(Guid.CreateVersion7());
            writer.Write(Guid.NewGuid().ToString("N"));
            writer.Write($"V{row:D12}");
            writer.Write(Guid.NewGuid());
            writer.Write(1_000L);
            writer.Write(new DateOnly(2030, 1, 1));
        });

    private async Task<double> RunAsync(string create, string copy, Action<NpgsqlBinaryImporter, int> write)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionTo(database));
        await using var connection = await source.OpenConnectionAsync();
        await using (var command = new NpgsqlCommand(create, connection)) await command.ExecuteNonQueryAsync();
        var began = Stopwatch.GetTimestamp();
        await using (var writer = await connection.BeginBinaryImportAsync(copy))
        {
            for (var row = 0; row < rows; row++)
            {
                await writer.StartRowAsync();
                write(writer, row);
            }

            await writer.CompleteAsync();
        }

        return rows / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
