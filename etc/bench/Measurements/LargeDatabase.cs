using RetailMember.Bench.Machine;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P11: a purchase in a shop with years of purchases, against a shop that has just opened.</summary>
internal sealed class LargeDatabase : IMeasurement
{
    private const int PurchasesOfMember = 10;
    private static readonly TimeSpan LongestFilling = TimeSpan.FromMinutes(30);

    public IReadOnlyList<string> Rows => ["P11"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var (purchases, seconds) = (bench.Options.LargePurchases, bench.Options.Seconds);
        await using var large = await bench.OpenShopAsync(
            await bench.NewPostgresDatabaseAsync("large"), purchases / PurchasesOfMember);
        bench.Say($"recording {purchases} purchases");
        await large.RecordAsync(Shop.Connections, purchases, large.AnyMember(), LongestFilling);
        await using var small = await bench.OpenShopAsync(await bench.NewPostgresDatabaseAsync("small"), 1000);
        await small.BuyAsync(seconds);
        var paired = await Paired<Rate>.MeasureAsync(
            bench.Options.Rounds,
            async () => (await small.BuyAsync(seconds)).Rate,
            async () => (await large.BuyAsync(seconds)).Rate);
        return
        [
            new("P11", paired.Ratios(r => 1 / r.PerSecond),
                $"{paired.Yardstick(r => r.PerSecond):F0}/s", $"{paired.Product(r => r.PerSecond):F0}/s"),
        ];
    }
}
