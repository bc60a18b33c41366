namespace RetailMember.StoredValue.Tests.Shop;

/// <summary>Callers who really begin at one moment, each on a thread of his own, however few the pool has.</summary>
internal static class AtOnce
{
    public static async Task<IReadOnlyList<T>> RunAsync<T>(IReadOnlyList<Func<Task<T>>> callers)
    {
        using var line = new Barrier(callers.Count);
        return await Task.WhenAll(callers.Select(call => Task.Factory.StartNew(
            () =>
            {
                line.SignalAndWait();
                return call();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }
}
