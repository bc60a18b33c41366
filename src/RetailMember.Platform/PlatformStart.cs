using Microsoft.Extensions.Hosting;

namespace RetailMember.Platform;

/// <summary>Prepares the platform before the first request and before every other hosted service.</summary>
internal sealed class PlatformStart(PlatformAdministration platform) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => platform.PrepareAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
