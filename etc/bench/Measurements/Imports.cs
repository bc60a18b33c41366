using System.Diagnostics;
using System.Globalization;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;
using RetailMember.Bench.Yardsticks;

namespace RetailMember.Bench.Measurements;

/// <summary>P6, P7: files of members and of purchases by the verb import, start of the program included.</summary>
internal sealed class Imports : IMeasurement
{
    public IReadOnlyList<string> Rows => ["P6", "P7"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var rows = bench.Options.ImportRows;
        var copy = await CopyIn.PrepareAsync(await bench.PostgresAsync(), rows);
        var shop = await bench.OpenShopAsync(await bench.NewPostgresDatabaseAsync("imports"), members: 1000);
        await shop.DisposeAsync();
        var program = await bench.HostAsync();
        var files = new ImportFiles(bench.Temp);
        var round = 0;
        var members = await Paired<double>.MeasureAsync(
            bench.Options.Rounds, copy.MembersAsync, () => ImportAsync("members", files.Members(++round * rows, rows)));
        var purchases = await Paired<double>.MeasureAsync(
            bench.Options.Rounds, copy.PostingsAsync, () => ImportAsync("purchases", files.Purchases(++round, rows)));
        return [Line("P6", members), Line("P7", purchases)];

        async Task<double> ImportAsync(string what, string file)
        {
            var began = Stopwatch.GetTimestamp();
            await program.JsonAsync(shop.Server.Database, "import", what, file, "--brand", Shop.Brand);
            return rows / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
    }

    private static ReportLine Line(string row, Paired<double> paired) => new(
        row, paired.Ratios(r => r), Text(paired.Yardstick(r => r)), Text(paired.Product(r => r)));

    private static string Text(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:F0}/s");
}
