using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetailMember.Platform.Events;

namespace RetailMember.Platform.Jobs;

/// <summary>Wakes the workers when something was queued.</summary>
internal sealed class RunBell : Bell;

/// <summary>A few workers, so that one long import does not hold up every other job of the chain.</summary>
internal sealed class RunDispatcher(RunWorker worker, RunBell bell, ILogger<RunDispatcher> log) : BackgroundService
{
    private const int Workers = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(Pause, stopping);
                while (await worker.RunOneAsync(stopping)) bell.Ring();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "The queue of runs could not be worked");
            }
        }
    }
}
