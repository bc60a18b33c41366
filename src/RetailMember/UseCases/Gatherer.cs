namespace RetailMember.UseCases;

/// <summary>
/// A queue in order of arrival with a few writers that each take all that waits, up to a largest batch. Under load a
/// writer gives the calls of the moment time to arrive, until as many wait as lately went together; a lone call never
/// waits. Without it a writer that is free takes the first call of a burst alone, at the price of a whole batch.
/// </summary>
internal sealed class Gatherer<T>(int writers, int largestBatch, Func<List<T>, Task> run)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    private readonly Lock turn = new();
    private readonly Queue<T> waiting = new();
    private int running;
    private int usual = 1;

    public void Add(T item)
    {
        lock (turn)
        {
            waiting.Enqueue(item);
            if (running == writers) return;
            running++;
        }

        // A writer serves many callers: it must not carry the request of whoever came first.
        ThreadPool.UnsafeQueueUserWorkItem(static gatherer => _ = gatherer.WriteAsync(), this, preferLocal: false);
    }

    private async Task WriteAsync()
    {
        do
        {
            if (MoreAreExpected()) await Task.Delay(Moment);
        }
        while (await RunAsync());
    }

    private bool MoreAreExpected()
    {
        lock (turn) return waiting.Count > 0 && waiting.Count < usual;
    }

    private async Task<bool> RunAsync()
    {
        if (Take() is not { } batch) return false;
        await run(batch);
        return true;
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
            usual = (usual + batch.Count) / 2;
            return batch;
        }
    }
}
