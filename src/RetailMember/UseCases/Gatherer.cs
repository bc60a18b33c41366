namespace RetailMember.UseCases;

/// <summary>A queue in order of arrival with a few writers that each take all that waits, up to a largest batch.</summary>
internal sealed class Gatherer<T>(int writers, int largestBatch, Func<List<T>, Task> run)
{
    private readonly Lock turn = new();
    private readonly Queue<T> waiting = new();
    private int running;

    public void Add(T item)
    {
        lock (turn)
        {
            waiting.Enqueue(item);
            if (running == writers) return;
            running++;
        }

        _ = Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        while (Take() is { } batch) await run(batch);
    }

    private List<T>? Take()
    {
        lock (turn)
        {
            if (waiting.Count == 0)
            {
                running--;
                return null;
            }

            var batch = new List<T>(Math.Min(waiting.Count, largestBatch));
            while (batch.Count < largestBatch && waiting.TryDequeue(out var item)) batch.Add(item);
            return batch;
        }
    }
}
