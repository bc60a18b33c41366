using System.Globalization;
using System.Text.RegularExpressions;

namespace RetailMember.Bench.Machine;

/// <summary>Runs pgbench and reads rate and latencies from its report and its per-transaction log.</summary>
internal sealed partial class PgBench(PostgresServer server, TempFolder temp, string database, string protocol)
{
    private const int Threads = 2;
    private int runs;

    public Task InitialiseAsync(int scale) => PostgresPrograms.RunAsync(
        "pgbench", [.. server.Connection(), "-i", "-q", "-s", Text(scale), database]);

    public async Task SqlAsync(string sql) => await PostgresPrograms.RunAsync(
        "psql", [.. server.Connection(), "-v", "ON_ERROR_STOP=1", "-qc", sql, database]);

    /// <summary>pgbench's own TPC-B-like transaction, or a script of ours.</summary>
    public async Task<Rate> RunAsync(int clients, int seconds, string? script = null)
    {
        var folder = temp.Sub($"pgbench-{database}-{++runs}");
        await PostgresPrograms.GiveToServerUserAsync(folder);
        var what = script is null ? ["-n"] : new[] { "-n", "-f", await SaveAsync(folder, script) };
        var report = await PostgresPrograms.RunAsync("pgbench",
        [
            .. server.Connection(), "-c", Text(clients), "-j", Text(Math.Min(Threads, clients)), "-T", Text(seconds),
            "-M", protocol, "-l", "--log-prefix", Path.Combine(folder, "log"), .. what, database,
        ]);
        var perSecond = double.Parse(Tps().Match(report).Groups["tps"].Value, CultureInfo.InvariantCulture);
        var latencies = new Latencies();
        foreach (var file in Directory.GetFiles(folder, "log.*"))
            foreach (var line in File.ReadLines(file))
                latencies.Add(long.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture));
        Directory.Delete(folder, recursive: true);
        return new Rate(perSecond, latencies);
    }

    private static async Task<string> SaveAsync(string folder, string script)
    {
        var file = Path.Combine(folder, "script.sql");
        await File.WriteAllTextAsync(file, script);
        File.SetUnixFileMode(file, (UnixFileMode)0b110_100_100);
        return file;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = (?<tps>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tps();
}
