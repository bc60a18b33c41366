using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P9: how many members a segment of three conditions and the spend of 30 days has, against the plain SQL.</summary>
internal sealed class SegmentCounts : IMeasurement
{
    public IReadOnlyList<string> Rows => ["P9a", "P9b"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench) =>
    [
        await MeasureAsync(bench, "P9a", await bench.NewPostgresDatabaseAsync("segments")),
        await MeasureAsync(bench, "P9b", bench.NewSqliteDatabase("segments-sqlite")),
    ];

    private static async Task<ReportLine> MeasureAsync(Bench bench, string row, ProductDatabase database)
    {
        await using var shop = await bench.OpenShopAsync(database, bench.Options.Segment);
        using var segments = await SegmentShop.OpenAsync(shop);
        bench.Say($"writing {(long)shop.Members * SegmentShop.PurchasesOfMember} purchases");
        await segments.FillAsync();
        await segments.PlainAsync();
        await segments.CountAsync();
        var paired = await Paired<double>.MeasureAsync(bench.Options.Rounds, segments.PlainAsync, segments.CountAsync);
        if (segments.Plain != segments.Counted)
            throw new InvalidOperationException($"The plain statement found {segments.Plain} members, the product {segments.Counted}.");
        bench.Say($"{segments.Counted} of {shop.Members} members");
        return new ReportLine(
            row, paired.Ratios(ms => ms), $"{paired.Yardstick(ms => ms):F0} ms", $"{paired.Product(ms => ms):F0} ms");
    }
}
