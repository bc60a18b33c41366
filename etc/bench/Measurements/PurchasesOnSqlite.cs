using RetailMember.Bench.Machine;
using RetailMember.Bench.Report;
using RetailMember.Bench.Yardsticks;

namespace RetailMember.Bench.Measurements;

/// <summary>P4: purchases on the embedded database under the full load of tills.</summary>
internal sealed class PurchasesOnSqlite : IMeasurement
{
    public IReadOnlyList<string> Rows => ["P4"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var length = TimeSpan.FromSeconds(bench.Options.Seconds);
        await using var shop = await bench.OpenShopAsync(bench.NewSqliteDatabase("shop-sqlite"), bench.Options.Members);
        await shop.BuyAsync(bench.Options.Seconds);
        var paired = await Paired<Rate>.MeasureAsync(
            bench.Options.Rounds,
            () => Task.Run(() => SqlitePosting.Run(bench.Temp.File("yardstick.db"), length)),
            async () => (await shop.BuyAsync(bench.Options.Seconds)).Rate);
        return [ReportLine.OfRates("P4", paired)];
    }
}
