using RetailMember.Bench.Load;
using RetailMember.Bench.Machine;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P1, P2, P15c, P17: purchases on PostgreSQL under the full load of tills.</summary>
internal sealed class Purchases : IMeasurement
{
    public const int Connections = 64;

    public IReadOnlyList<string> Rows => ["P1", "P2", "P15c", "P17"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var yardstick = await bench.TpcBAsync();
        var shop = await bench.ShopAsync();
        var memory = new List<double>();
        await LoadAsync(shop, bench.Options.Seconds);
        var bytesBefore = await shop.Server.Database.BytesOnDiskAsync();
        var recorded = 0;
        var paired = await Paired<Rate>.MeasureAsync(bench.Options.Rounds, yardstick.RunAsync, async () =>
        {
            var load = await LoadAsync(shop, bench.Options.Seconds);
            memory.Add(shop.Server.ResidentMegabytes);
            recorded += load.Accepted;
            return load.Rate;
        });
        var bytes = (double)(await shop.Server.Database.BytesOnDiskAsync() - bytesBefore) / recorded;
        return
        [
            new("P1", paired.Ratios(r => r.PerSecond),
                $"{paired.Yardstick(r => r.PerSecond):F0}/s", $"{paired.Product(r => r.PerSecond):F0}/s"),
            new("P2", paired.Ratios(r => r.Latencies.P99),
                $"{paired.Yardstick(r => r.Latencies.P99):F1} ms", $"{paired.Product(r => r.Latencies.P99):F1} ms"),
            new("P15c", memory, "", $"{Median.Of(memory):F0} MB"),
            new("P17", [bytes], "", $"{recorded} purchases"),
        ];
    }

    private static async Task<LoadResult> LoadAsync(Shop shop, int seconds) => (await LoadGenerator.RunAsync(
        shop.Server.Port, Connections, shop.Purchases(), TimeSpan.FromSeconds(seconds))).Whole();
}
