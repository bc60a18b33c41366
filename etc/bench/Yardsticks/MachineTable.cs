using System.Globalization;
using RetailMember.Bench.Machine;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Yardsticks;

/// <summary>What this machine can do without the product: every yardstick once a round, in absolute terms.</summary>
internal static class MachineTable
{
    public static async Task WriteAsync(Bench bench, TextWriter writer)
    {
        var options = bench.Options;
        var server = await bench.PostgresAsync();
        var tpcB = await bench.TpcBAsync();
        var posting = await PostPoints.PrepareAsync(server, bench.Temp, options);
        var copy = await CopyIn.PrepareAsync(server, options.ImportRows);
        await using var empty = await EmptyEndpoint.StartAsync();
        (string Name, Func<Task<double>> Measure)[] yardsticks =
        [
            ("TPC-B, 16 clients", async () => (await tpcB.RunAsync()).PerSecond),
            ("one posting as one statement, 16 clients", async () => (await posting.RunAsync(16, 100_000)).PerSecond),
            ("the same on ten hot rows", async () => (await posting.RunAsync(16, 10)).PerSecond),
            ("SQLite, one posting a transaction", () => Task.FromResult(Sqlite(bench).PerSecond)),
            ("the empty endpoint, 16 connections", async () => (await empty.RunAsync(options.Seconds)).PerSecond),
            ("COPY of members, two indexes", copy.MembersAsync),
            ("COPY of postings, with indexes", copy.PostingsAsync),
        ];

        var values = yardsticks.ToDictionary(y => y.Name, _ => new List<double>());
        for (var round = 0; round < options.Rounds; round++)
            foreach (var (name, measure) in yardsticks)
            {
                bench.Say(name);
                values[name].Add(await measure());
            }

        await writer.WriteLineAsync("| yardstick | a second, median | rounds |\n| --- | --- | --- |");
        foreach (var (name, _) in yardsticks)
            await writer.WriteLineAsync(
                $"| {name} | {Whole(Median.Of(values[name]))} | {string.Join(' ', values[name].Select(Whole))} |");
    }

    private static Rate Sqlite(Bench bench) => SqlitePosting.Run(
        bench.Temp.File("yardstick.db"), TimeSpan.FromSeconds(bench.Options.Seconds));

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
