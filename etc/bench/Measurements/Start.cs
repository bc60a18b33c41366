using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P15a, P15b: the host on an empty SQLite file, to its first answer and at rest.</summary>
internal sealed class Start : IMeasurement
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public IReadOnlyList<string> Rows => ["P15a", "P15b"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var program = await bench.HostAsync();
        var seconds = new List<double>();
        var memory = new List<double>();
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            await using var server = await ProductServer.StartAsync(
                program, bench.NewSqliteDatabase($"start-{round}"));
            seconds.Add(server.StartTook.TotalSeconds);
            await Task.Delay(Rest);
            memory.Add(server.ResidentMegabytes);
        }

        return
        [
            new("P15a", seconds, "", $"{Median.Of(seconds):F1} s"),
            new("P15b", memory, "", $"{Median.Of(memory):F0} MB"),
        ];
    }
}
