using System.Diagnostics;
using System.Globalization;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;
using RetailMember.Bench.Yardsticks;

namespace RetailMember.Bench.Measurements;

/// <summary>P5c: a voucher for every member in one go, its progress watched as a person would.</summary>
internal sealed class BulkIssue : IMeasurement
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    public IReadOnlyList<string> Rows => ["P5c"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var members = bench.Options.Members;
        var copy = await CopyIn.PrepareAsync(await bench.PostgresAsync(), members, "copy_vouchers");
        await using var shop = await bench.OpenShopAsync(await bench.NewPostgresDatabaseAsync("bulk"), members);
        var rewards = new RewardShop(await bench.HostAsync(), bench.Temp, shop);
        await rewards.DefineAsync();
        var round = 0;
        var issued = await Paired<double>.MeasureAsync(bench.Options.Rounds, copy.VouchersAsync, IssueAsync);
        return [new ReportLine("P5c", issued.Ratios(r => r), Text(issued.Yardstick(r => r)), Text(issued.Product(r => r)))];

        async Task<double> IssueAsync()
        {
            var began = Stopwatch.GetTimestamp();
            var glances = await rewards.IssueToAllAsync($"bulk-{++round}", Glance);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            bench.Say(string.Create(
                CultureInfo.InvariantCulture, $"{members} vouchers in {seconds:F1} s, seen at {string.Join(", ", glances)}"));
            return members / seconds;
        }
    }

    private static string Text(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:F0}/s");
}
