using RetailMember.Bench.Machine;
using RetailMember.Bench.Report;
using RetailMember.Bench.Yardsticks;

namespace RetailMember.Bench.Measurements;

/// <summary>P3: everybody buys for the same ten members.</summary>
internal sealed class HotMembers : IMeasurement
{
    private const int Hot = 10;

    public IReadOnlyList<string> Rows => ["P3"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var yardstick = await PostPoints.PrepareAsync(await bench.PostgresAsync(), bench.Temp, bench.Options);
        var shop = await bench.ShopAsync();
        var paired = await Paired<Rate>.MeasureAsync(
            bench.Options.Rounds,
            () => yardstick.RunAsync(TpcB.Clients, Hot),
            async () => (await shop.BuyAsync(bench.Options.Seconds, Hot)).Rate);
        return [ReportLine.OfRates("P3", paired)];
    }
}
