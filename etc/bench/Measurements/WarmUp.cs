using RetailMember.Bench.Load;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P12: how fast a host is that has just been started, against itself later.</summary>
internal sealed class WarmUp : IMeasurement
{
    private const int From = 5;
    private const int To = 15;

    public IReadOnlyList<string> Rows => ["P12"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var shop = await bench.ShopAsync();
        var steady = To + Math.Max(10, bench.Options.Seconds);
        var loads = new List<LoadResult>();
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            await shop.Server.KillAsync();
            await shop.Server.RestartAsync();
            loads.Add(await shop.BuyAsync(steady + 10));
        }

        double[] early = [.. loads.Select(l => l.PerSecondBetween(From, To))];
        double[] late = [.. loads.Select(l => l.PerSecondBetween(steady, steady + 10))];
        return
        [
            new("P12", [.. early.Select((e, i) => e / late[i])], $"{Median.Of(late):F0}/s", $"{Median.Of(early):F0}/s"),
        ];
    }
}
