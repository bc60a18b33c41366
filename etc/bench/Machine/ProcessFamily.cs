using System.Diagnostics;
using System.Globalization;

namespace RetailMember.Bench.Machine;

/// <summary>A process and its children, as the proc file system tells them.</summary>
internal static class ProcessFamily
{
    // USER_HZ, which is 100 wherever .NET runs on Linux.
    private const double TicksPerSecond = 100;

    public static IReadOnlyList<int> Of(int parent) =>
        [parent, .. Directory.GetDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == parent)];

    public static async Task WaitUntilGoneAsync(IReadOnlyList<int> ids, TimeSpan longest)
    {
        var began = Stopwatch.GetTimestamp();
        while (ids.Any(IsAlive))
        {
            if (Stopwatch.GetElapsedTime(began) > longest)
                throw new TimeoutException("A killed process is still there.");
            await Task.Delay(20);
        }
    }

    /// <summary>Resident memory in MB.</summary>
    public static double ResidentMegabytes(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Processor time of the process and its children, living and dead.</summary>
    public static TimeSpan ProcessorTime(int id) => TimeSpan.FromSeconds(
        Of(id).Sum(p => StatOf(p) is { } stat ? stat[11..15].Sum(Ticks) : 0) / TicksPerSecond);

    private static double Ticks(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsAlive(int id) => StatOf(id) is { } stat && stat[0] != "Z";

    private static int ParentOf(int id) =>
        StatOf(id) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0;

    // The fields after the program's name, which is in brackets and may hold anything: state, parent, ...
    private static string[]? StatOf(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
