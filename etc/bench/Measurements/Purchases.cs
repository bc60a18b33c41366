using RetailMember.Bench.Machine;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P1, P2, P15c, P17: purchases on PostgreSQL under the full load of tills.</summary>
internal sealed class Purchases : IMeasurement
{
    public IReadOnlyList<string> Rows => ["P1", "P2", "P15c", "P17"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var yardstick = await bench.TpcBAsync();
        var shop = await bench.ShopAsync();
        await shop.BuyAsync(bench.Options.Seconds);
        var bytesBefore = await shop.Server.Database.BytesOnDiskAsync();
        var postgres = await bench.PostgresAsync();
        var recorded = 0;
        var (host, database) = (TimeSpan.Zero, TimeSpan.Zero);
        var memory = new List<double>();
        var paired = await Paired<Rate>.MeasureAsync(bench.Options.Rounds, yardstick.RunAsync, async () =>
        {
            (host, database) = (host - shop.Server.ProcessorTime, database - await postgres.ProcessorTimeAsync());
            var load = await shop.BuyAsync(bench.Options.Seconds);
            (host, database) = (host + shop.Server.ProcessorTime, database + await postgres.ProcessorTimeAsync());
            memory.Add(shop.Server.ResidentMegabytes);
            recorded += load.Accepted;
            return load.Rate;
        });
        var bytes = (await shop.Server.Database.BytesOnDiskAsync() - bytesBefore) / (double)recorded;
        bench.Say($"a purchase took the host {host / recorded:s\\.ffffff} s, the database {database / recorded:s\\.ffffff} s");
        return
        [
            ReportLine.OfRates("P1", paired),
            new("P2", paired.Ratios(r => r.Latencies.P99),
                $"{paired.Yardstick(r => r.Latencies.P99):F1} ms", $"{paired.Product(r => r.Latencies.P99):F1} ms"),
            new("P15c", memory, "", $"{Median.Of(memory):F0} MB"),
            new("P17", [Math.Round(bytes)], "", $"{recorded} purchases"),
        ];
    }
}
