using System.Collections.Concurrent;
using RetailMember.Events;

namespace RetailMember.Testing.Shop;

/// <summary>Keeps events until a test delivers them.</summary>
public sealed class MemoryOutbox : IOutbox
{
    private readonly ConcurrentQueue<IEvent> waiting = new();
    private readonly ConcurrentQueue<IEvent> told = new();

    /// <summary>All that was ever told.</summary>
    public IReadOnlyCollection<IEvent> Told => told;

    public Task AppendAsync(IReadOnlyCollection<IEvent> events, CancellationToken cancel)
    {
        foreach (var happened in events)
        {
            told.Enqueue(happened);
            waiting.Enqueue(happened);
        }

        return Task.CompletedTask;
    }

    /// <summary>What was told since the last time.</summary>
    public IReadOnlyList<IEvent> Take()
    {
        List<IEvent> taken = [];
        while (waiting.TryDequeue(out var one)) taken.Add(one);
        return taken;
    }
}
