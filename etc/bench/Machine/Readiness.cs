using System.Diagnostics;
using System.Globalization;

namespace RetailMember.Bench.Machine;

/// <summary>Waits for a server's first good answer.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>How long it took.</summary>
    public static async Task<TimeSpan> WaitAsync(int port, string path, ChildProcess process, TimeSpan longest)
    {
        using var client = new HttpClient { BaseAddress = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        var began = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(client, path))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended before it answered:\n{process.LastLines}");
            if (Stopwatch.GetElapsedTime(began) > longest)
                throw new TimeoutException($"The server does not answer {path}:\n{process.LastLines}");
            await Task.Delay(Pause);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
