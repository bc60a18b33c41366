using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Events;

/// <summary>
/// Delivers what waits: a batch of one subscriber and brand in one transaction, which also deletes its rows. When a
/// batch fails, its events are delivered one by one, so that only the one at fault waits; it is tried again with
/// growing pauses and set aside after <see cref="MostAttempts"/>. A subscriber that does not come back is given up and
/// rests for a while, so that it holds up neither the others nor, on SQLite, everybody who writes.
/// </summary>
internal sealed class Postman(
    IServiceScopeFactory scopes, SubscriberList subscribers, TimeProvider time, ILogger<Postman> log)
{
    public const int LargestBatch = 500;
    public const int MostAttempts = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>From being told to stop to being given up.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Post, DateTime> restingUntil = new();

    /// <summary>For one batch; well below what a writer on SQLite waits for its turn.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Delivers until nothing is due; says how many events were handled.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancel)
    {
        var handled = 0;
        foreach (var post in await DueAsync(cancel))
        {
            if (IsResting(post) || subscribers.Find(post) is not { } subscription) continue;
            int count;
            do
            {
                count = await DeliverBatchAsync(post, subscription, cancel);
                handled += count;
            }
            while (count == LargestBatch);
        }

        return handled;
    }

    private bool IsResting(Post post) => restingUntil.TryGetValue(post, out var until) && Now < until;

    private async Task<List<Post>> DueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var scope = Open(0);
        return await scope.ServiceProvider.GetRequiredService<PlatformDb>().Outbox.IgnoreQueryFilters()
            .Where(r => !r.Parked && r.DueAt <= now)
            .Select(r => new { r.Subscriber, r.BrandId }).Distinct()
            .Select(r => new Post(r.Subscriber, r.BrandId))
            .ToListAsync(cancel);
    }

    private async Task<int> DeliverBatchAsync(Post post, Subscription subscription, CancellationToken cancel)
    {
        List<OutboxRow> taken = [];
        try
        {
            return await HandleAsync(post, subscription, TakeAsync, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            if (taken.Count == 1) await NoteFaultAsync(post, taken[0].Id, fault, cancel);
            return taken.Count > 1 ? await DeliverEachAsync(post, subscription, taken, cancel) : 0;
        }

        async Task<List<OutboxRow>> TakeAsync(OutboxClaim claim) =>
            taken = await claim.TakeAsync(post, Now, LargestBatch, cancel);
    }

    private async Task<int> DeliverEachAsync(
        Post post, Subscription subscription, List<OutboxRow> rows, CancellationToken cancel)
    {
        // Until one hangs: that one waits from now on, and the rest of them until the subscriber has rested.
        restingUntil.TryRemove(post, out _);
        var handled = 0;
        foreach (var row in rows.TakeWhile(_ => !IsResting(post)))
            handled += await DeliverOneAsync(post, subscription, row.Id, cancel);
        return handled;
    }

    private async Task<int> DeliverOneAsync(Post post, Subscription subscription, long id, CancellationToken cancel)
    {
        try
        {
            return await HandleAsync(post, subscription, claim => claim.TakeAsync(id, cancel), cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            await NoteFaultAsync(post, id, fault, cancel);
            return 0;
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<int> HandleAsync(
        Post post, Subscription subscription, Func<OutboxClaim, Task<List<OutboxRow>>> take, CancellationToken cancel)
    {
        await using var scope = Open(post.BrandId);
        var services = scope.ServiceProvider;
        var session = services.GetRequiredService<DataSession>();
        await session.BeginAsync(cancel);
        var claim = services.GetRequiredService<OutboxClaim>();
        var rows = await take(claim);
        if (rows.Count == 0) return 0;
        await HandAsync(post, subscription, services, rows, cancel);
        await session.SaveAsync(cancel);
        var told = services.GetRequiredService<EventBuffer>().Take();
        await services.GetRequiredService<IOutbox>().AppendAsync(told, cancel);
        await claim.DeleteAsync(rows, cancel);
        await session.CommitAsync(cancel);
        return rows.Count;
    }

    /// <summary>
    /// On a thread of its own, because a subscriber may block; one that was given up finds its scope closed.
    /// </summary>
    private async Task HandAsync(
        Post post, Subscription subscription, IServiceProvider services, List<OutboxRow> rows, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        var (delivery, type) = (Delivery.Of(subscription.Event.EventType), subscription.Event.SubscriberType);
        try
        {
            await Task.Run(() => delivery.HandAsync(services, type, rows, limit.Token), CancellationToken.None)
                .WaitAsync(Patience + Grace, CancellationToken.None);
        }
        catch (Exception fault) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            restingUntil[post] = Now + Rest;
            throw new TimeoutException($"{subscription.Name} did not come back within {Patience.TotalSeconds:0} s.", fault);
        }
    }

    private async Task NoteFaultAsync(Post post, long id, Exception fault, CancellationToken cancel)
    {
        log.LogError(fault, "{Subscriber} failed on event {Event} of brand {Brand}", post.Subscriber, id, post.BrandId);
        await using var scope = Open(post.BrandId);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var row = await db.Outbox.IgnoreQueryFilters().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return;
        row.Attempts++;
        row.Parked = row.Attempts >= MostAttempts;
        row.DueAt = Now + PauseAfter(row.Attempts);
        row.Fault = fault.Message[..Math.Min(fault.Message.Length, OutboxRow.FaultLength)];
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>1 s, 2 s, 4 s … at most an hour.</summary>
    private static TimeSpan PauseAfter(int attempts)
    {
        var pause = TimeSpan.FromSeconds(1L << Math.Min(attempts - 1, 12));
        return pause < LongestPause ? pause : LongestPause;
    }

    private AsyncServiceScope Open(int brandId)
    {
        var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brandId == 0 ? null : brandId;
        session.AllBrands = brandId == 0;
        return scope;
    }
}
