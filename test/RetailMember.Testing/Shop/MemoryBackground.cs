using System.Collections.Concurrent;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Testing.Shop;

/// <summary>Keeps background work until a test runs it; nobody hears of its progress.</summary>
public sealed class MemoryBackground : IBackgroundWork, IRunProgress
{
    public ConcurrentQueue<object> Waiting { get; } = new();

    public Task<Guid> EnqueueAsync<TResult>(IInput<TResult> input, CallContext call, CancellationToken cancel = default)
    {
        Waiting.Enqueue(input);
        return Task.FromResult(Guid.CreateVersion7());
    }

    public void Report(long done, long total)
    {
    }
}
