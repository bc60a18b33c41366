using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Tills;

/// <summary>Notes when tills were last seen: in memory at the call, once a minute in the table.</summary>
internal sealed class TillSightings(IServiceScopeFactory scopes, TimeProvider time, ILogger<TillSightings> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTime> seen = new();

    public void Note(Guid tillId) => seen[tillId] = time.GetUtcNow().UtcDateTime;

    public async Task WriteAsync(CancellationToken cancel)
    {
        var taken = new Dictionary<Guid, DateTime>();
        foreach (var id in seen.Keys)
            if (seen.TryRemove(id, out var at)) taken[id] = at;
        if (taken.Count == 0) return;

        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.AllBrands = true;
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await session.BeginAsync(cancel);
        foreach (var (id, at) in taken)
            await db.AcrossBrands<Till>().Where(t => t.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastSeenAt, at), cancel);
        await session.CommitAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault, "When tills were last seen could not be written");
            }
        }
    }
}
