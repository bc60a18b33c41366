namespace RetailMember.UseCases;

/// <summary>A queue in order of arrival with a few writers that each take all that waits, up to a largest batch.</summary>
internal sealed class Gatherer<T>(int writers, int largestBatch, Func<List<T>, Task> run)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _waiting = new();
    private int _running;

    public void Add(T item)
    {
        lock (_lock)
        {
            _waiting.Enqueue(item);
            if (_running == writers) return;
            _running++;
        }

        _ = Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        while (Take() is { } batch) await run(batch);
    }

    private List<T>? Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _running--;
                return null;
            }

            var batch = new List<T>(Math.Min(_waiting.Count, largestBatch));
            while (batch.Count < largestBatch && _waiting.TryDequeue(out var item)) batch.Add(item);
            return batch;
        }
    }
}
