using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.UseCases;

namespace RetailMember.Data;

/// <summary>
/// Answers many callers that each ask for one thing of a brand: what is asked at the same moment is read together, in one
/// round of statements on one connection. A read begins after it was asked for, so that whoever asks sees all that was
/// committed before. For what every till asks all day.
/// </summary>
/// <remarks>One for the whole host. Several callers may be handed the same value: they must not change it.</remarks>
public abstract class GatheredReads<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private const int Readers = 2;
    private const int LargestRound = 256;

    private readonly IServiceScopeFactory scopes;
    private readonly ConcurrentDictionary<int, Gatherer<Asked>> byBrand = new();

    protected GatheredReads(IServiceScopeFactory scopes) => this.scopes = scopes;

    /// <summary>What is there for the key, or null.</summary>
    public Task<TValue?> FindAsync(int brandId, TKey key, CancellationToken cancel)
    {
        var asked = new Asked(key, cancel);
        byBrand.GetOrAdd(brandId, id => new Gatherer<Asked>(Readers, LargestRound, round => AnswerAsync(id, round))).Add(asked);
        return asked.Answer.Task.WaitAsync(cancel);
    }

    /// <summary>Reads in a scope that sees this brand alone; keys for which there is nothing are absent.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> ReadAsync(
        IServiceProvider scope, int brandId, IReadOnlyCollection<TKey> keys);

    private async Task AnswerAsync(int brandId, List<Asked> round)
    {
        round.RemoveAll(asked => asked.Cancel.IsCancellationRequested);
        if (round.Count == 0) return;
        try
        {
            var found = await InScopeAsync(brandId, [.. round.Select(a => a.Key).Distinct()]);
            foreach (var asked in round) asked.Answer.TrySetResult(found.GetValueOrDefault(asked.Key));
        }
        catch (Exception one) when (round.Count > 1 && !DatabaseFaults.IsTransient(one))
        {
            // What spoils the round for one must not spoil it for the others.
            foreach (var asked in round) await AnswerAsync(brandId, [asked]);
        }
        catch (Exception fault)
        {
            // A database that is away is away for all of them: nobody waits for the others' turns.
            foreach (var asked in round) asked.Answer.TrySetException(fault);
        }
    }

    private async Task<IReadOnlyDictionary<TKey, TValue>> InScopeAsync(int brandId, TKey[] keys)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brandId;
        await session.BeginReadingAsync();
        return await ReadAsync(scope.ServiceProvider, brandId, keys);
    }

    private sealed record Asked(TKey Key, CancellationToken Cancel)
    {
        public TaskCompletionSource<TValue?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
