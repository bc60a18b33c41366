using RetailMember.Bench.Faults;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>R1, R2, R4: kill -9 of host and database server under load, retries under the same keys, verify.</summary>
internal sealed class Kills : IMeasurement
{
    private const int Members = 1000;

    public IReadOnlyList<string> Rows => ["R1", "R2", "R4"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var postgres = await bench.PostgresAsync();
        var count = new FaultCount();
        var onPostgres = await LoopAsync(bench, await bench.NewPostgresDatabaseAsync("kills"), count, async server =>
        {
            await postgres.CrashAsync();
            await postgres.StartAsync();
        });
        var onSqlite = await LoopAsync(bench, bench.NewSqliteDatabase("kills-sqlite"), count, databaseKill: null);
        bench.Say(
            $"lost {count.Lost}, refused {count.Refused}, unanswered {count.Unanswered}, twice {count.Twice}, changed {count.Changed}, "
            + $"reused {count.Reused}, points too many {onPostgres.Extra} and {onSqlite.Extra}");
        var kills = bench.Options.Kills * 3;
        var twice = count.Twice + count.Changed + count.Reused + Math.Abs(onPostgres.Extra) + Math.Abs(onSqlite.Extra);
        return
        [
            new("R1", [count.Lost + count.Refused + count.Unanswered], $"{kills} kills", $"{count.Acknowledged} acknowledged"),
            new("R2", [twice], $"{kills} kills", $"{count.Retries} retries"),
            new("R4", [onPostgres.Breaches + onSqlite.Breaches], "", "both databases"),
        ];
    }

    private static async Task<(long Extra, int Breaches)> LoopAsync(
        Bench bench, ProductDatabase database, FaultCount count, Func<ProductServer, Task>? databaseKill)
    {
        await using var shop = await bench.OpenShopAsync(database, Members);
        var before = count.Points;
        var cycle = new KillCycle(shop, count, new Random(1));
        for (var kill = 1; kill <= bench.Options.Kills; kill++)
        {
            bench.Say($"kill {kill} of {bench.Options.Kills}");
            await cycle.RunAsync(async () =>
            {
                await shop.Server.KillAsync();
                await shop.Server.RestartAsync();
            });
            if (databaseKill is not null) await cycle.RunAsync(() => databaseKill(shop.Server));
        }

        var books = await Books.OfAsync(await bench.HostAsync(), database);
        return (books.PointsIssued - (count.Points - before), books.Breaches);
    }
}
