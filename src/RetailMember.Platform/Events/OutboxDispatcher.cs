using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RetailMember.Platform.Events;

/// <summary>
/// Has the postman go when something was told, and every second for what fell due or came from another host.
/// </summary>
internal sealed class OutboxDispatcher(Postman postman, OutboxBell bell, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Under load the events of many commands go together; what they feed may lag that little.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(Pause, stoppingToken);
                if (await postman.DeliverDueAsync(stoppingToken) > 0) await Task.Delay(Rest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "Events could not be delivered");
            }
        }
    }
}
