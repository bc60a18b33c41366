using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Snapshots;

/// <summary>Sees within a second what other hosts changed, and has those snapshots read again.</summary>
internal sealed class StampWatch(
    IEnumerable<ISnapshot> snapshots, IServiceScopeFactory scopes, TimeProvider time, ILogger<StampWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var stamps = await db.Stamps.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, cancel);
        foreach (var snapshot in snapshots)
            if (stamps.GetValueOrDefault(snapshot.Name) != snapshot.Stamp) await snapshot.ReadAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault, "The stamps could not be read");
            }
        }
    }
}
