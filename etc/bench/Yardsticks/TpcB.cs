using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Yardsticks;

/// <summary>pgbench's TPC-B-like transaction: the measure of what this server can commit.</summary>
internal sealed class TpcB(PgBench bench, int seconds)
{
    public const int Clients = 16;

    public static async Task<TpcB> PrepareAsync(PostgresServer server, TempFolder temp, BenchOptions options)
    {
        await server.CreateDatabaseAsync("tpcb");
        var bench = new PgBench(server, temp, "tpcb", options.Protocol);
        await bench.InitialiseAsync(options.Scale);
        return new TpcB(bench, options.Seconds);
    }

    public Task<Rate> RunAsync() => bench.RunAsync(Clients, seconds);
}
