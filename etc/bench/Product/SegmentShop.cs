using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RetailMember.Bench.Product;

/// <summary>
/// A shop whose members bought ten times each within a year, in the order of time, written straight into its tables; and the
/// same members and purchases in two bare tables, of which the plain statement asks: they have keys and indexes by member and
/// by time, as an ordinary ledger has, and none that was made for the question.
/// </summary>
internal sealed class SegmentShop(Shop shop, DbConnection connection) : IDisposable
{
    public const int PurchasesOfMember = 10;

    private const int Days = 365;
    private const int SpendDays = 30;
    private const int LeastYuan = 150;

    /// <summary>Of all members; there is one.</summary>
    private long store;

    private bool IsPostgres => connection is NpgsqlConnection;

    public static async Task<SegmentShop> OpenAsync(Shop shop)
    {
        var form = shop.Server.Database.Form;
        var rest = form[(form.IndexOf(':', StringComparison.Ordinal) + 1)..];
        DbConnection connection = form.StartsWith("postgres:", StringComparison.Ordinal)
            ? new NpgsqlConnection(rest + ";Command Timeout=3600")
            : new SqliteConnection($"Data Source={rest}") { DefaultTimeout = 3600 };
        await connection.OpenAsync();
        return new SegmentShop(shop, connection);
    }

    /// <summary>Minutes for a million members: SQLite makes its indexes once the rows are there.</summary>
    public async Task FillAsync()
    {
        var rows = (long)shop.Members * PurchasesOfMember;
        store = await CountAsync("SELECT MIN(store_id) FROM membership_member");
        if (IsPostgres)
        {
            foreach (var statement in Postgres(rows)) await RunAsync(statement);
            return;
        }

        var indexes = await IndexesAsync();
        foreach (var (name, _) in indexes) await RunAsync($"DROP INDEX \"{name}\"");
        foreach (var statement in Sqlite(rows)) await RunAsync(statement);
        foreach (var (_, text) in indexes) await RunAsync(text);
        await RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        // The plain statement has no more memory than the product's connections.
        await RunAsync("PRAGMA cache_size = -2000");
    }

    /// <summary>Milliseconds of the plain statement over the bare table.</summary>
    public async Task<double> PlainAsync()
    {
        var began = Stopwatch.GetTimestamp();
        Plain = await CountAsync(
            $"""
            SELECT COUNT(*) FROM bench_member m WHERE m.status = 0 AND m.tier = 'gold' AND m.joined_on >= '2020-07-01'
            AND m.store_id = {store} AND m.id IN (
                SELECT member_id FROM bench_entry WHERE at >= {Begin} GROUP BY member_id HAVING SUM(fen) >= {LeastYuan * 100})
            """);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Milliseconds of the product's count over HTTP.</summary>
    public async Task<double> CountAsync()
    {
        using var api = shop.OpenAsOwner();
        var began = Stopwatch.GetTimestamp();
        var answer = await api.PostAsync($"{MessageShop.Path}/segments/preview", new
        {
            members = new
            {
                conditions = new object[]
                {
                    new { kind = "membership.tier", values = new { oneOf = new[] { "gold" } } },
                    new { kind = "membership.joined", values = new { from = new[] { "2020-07-01" } } },
                    new { kind = "membership.store", values = new { oneOf = new[] { Shop.Store } } },
                    new
                    {
                        kind = "membership.spend",
                        values = new { days = new[] { $"{SpendDays}" }, atLeast = new[] { $"{LeastYuan}" } },
                    },
                },
            },
        });
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Counted = answer["count"]!.GetValue<long>();
        return took;
    }

    public long Plain { get; private set; }

    public long Counted { get; private set; }

    public void Dispose() => connection.Dispose();

    /// <summary>The first of the days that count, today being the last; UTC as the brand's own midnight in Shanghai is.</summary>
    private string Begin
    {
        get
        {
            var today = DateTime.UtcNow.AddHours(8).Date;
            var begin = today.AddDays(1 - SpendDays).AddHours(-8);
            return string.Create(CultureInfo.InvariantCulture, $"'{begin:yyyy-MM-dd HH:mm:ss}{(IsPostgres ? "+00" : "")}'");
        }
    }

    private static IEnumerable<string> Postgres(long rows) =>
    [
        """
        UPDATE membership_member SET tier = CASE WHEN hashtext(id::text) % 4 = 0 THEN 'gold' ELSE tier END,
            joined_on = DATE '2020-01-01' + abs(hashtext(member_no) % 365)
        """,
        """
        CREATE TABLE bench_member AS
        SELECT row_number() OVER (ORDER BY hashtext(member_no)) - 1 AS n, id, brand_id, store_id, status, tier, joined_on
        FROM membership_member
        """,
        "ALTER TABLE bench_member ADD PRIMARY KEY (id)",
        "CREATE INDEX ON bench_member (n)",
        $"""
        INSERT INTO membership_purchase (id, brand_id, store_id, receipt_no, member_id, occurred_at, business_date, list_fen,
            paid_fen, earning_fen, points, added_points, growth, tier, programme_version, refunded_fen, refunded_earning_fen,
            refunded_points, refunded_growth, operator)
        SELECT gen_random_uuid(), m.brand_id, m.store_id, 'S' || i, m.id,
            now() - interval '{Days} days' + i * (interval '{Days} days' / {rows}),
            (now() - interval '{Days} days' + i * (interval '{Days} days' / {rows}))::date,
            100 + i * 104729 % 20000, 100 + i * 104729 % 20000,
            100 + i * 104729 % 20000, 1, 0, 1, m.tier, 1, 0, 0, 0, 0, 'bench'
        FROM generate_series(1::bigint, {rows}) AS i JOIN bench_member m ON m.n = (i * 7919) % {rows / PurchasesOfMember} ORDER BY i
        """,
        """
        CREATE TABLE bench_entry AS
        SELECT id, member_id, occurred_at AS at, earning_fen AS fen FROM membership_purchase ORDER BY occurred_at
        """,
        "ALTER TABLE bench_entry ADD PRIMARY KEY (id)",
        "CREATE INDEX ON bench_entry (member_id, at)",
        "CREATE INDEX ON bench_entry (at)",
        // Neither side's table carries the rows of before the change above.
        "VACUUM FULL membership_member",
        "VACUUM ANALYZE",
    ];

    private static IEnumerable<string> Sqlite(long rows) =>
    [
        "PRAGMA synchronous = OFF",
        "PRAGMA cache_size = -1000000",
        """
        UPDATE membership_member SET tier = CASE WHEN rowid % 4 = 0 THEN 'gold' ELSE tier END,
            joined_on = date('2020-01-01', (rowid * 7919 % 365) || ' days')
        """,
        """
        CREATE TABLE bench_member (n INTEGER PRIMARY KEY, id TEXT UNIQUE, brand_id INTEGER, store_id INTEGER, status INTEGER,
            tier TEXT, joined_on TEXT)
        """,
        """
        INSERT INTO bench_member
        SELECT row_number() OVER (ORDER BY substr(id, 20)) - 1, id, brand_id, store_id, status, tier, joined_on
        FROM membership_member
        """,
        $"""
        WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {rows}),
            rows AS (
                SELECT i, strftime(
                    '%Y-%m-%d %H:%M:%S', 'now', '-{Days} days', (i * {Days * 86_400L} / {rows}) || ' seconds') AS at
                FROM numbers)
        INSERT INTO membership_purchase (id, brand_id, store_id, receipt_no, member_id, occurred_at, business_date, list_fen,
            paid_fen, earning_fen, points, added_points, growth, tier, programme_version, refunded_fen, refunded_earning_fen,
            refunded_points, refunded_growth, operator)
        SELECT printf('%08X-0000-7000-8000-%012X', i, i), m.brand_id, m.store_id, 'S' || i, m.id, at, substr(at, 1, 10),
            100 + i * 104729 % 20000, 100 + i * 104729 % 20000, 100 + i * 104729 % 20000, 1, 0, 1, m.tier, 1, 0, 0, 0, 0, 'bench'
        FROM rows JOIN bench_member m ON m.n = (i * 7919) % {rows / PurchasesOfMember}
        """,
        "CREATE TABLE bench_entry (id INTEGER PRIMARY KEY, member_id TEXT, at TEXT, fen INTEGER)",
        """
        INSERT INTO bench_entry
        SELECT NULL, member_id, occurred_at, earning_fen FROM membership_purchase ORDER BY occurred_at
        """,
        "CREATE INDEX bench_by_member ON bench_entry (member_id, at)",
        "CREATE INDEX bench_by_time ON bench_entry (at)",
    ];

    /// <summary>Of the product's purchases, as they were made.</summary>
    private async Task<IReadOnlyList<(string Name, string Text)>> IndexesAsync()
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'membership_purchase' AND sql IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync();
        var indexes = new List<(string, string)>();
        while (await reader.ReadAsync()) indexes.Add((reader.GetString(0), reader.GetString(1)));
        return indexes;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
