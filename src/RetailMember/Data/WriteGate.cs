using System.Collections.Concurrent;

namespace RetailMember.Data;

/// <summary>
/// One writer at a time per SQLite file, in order of arrival. SQLite itself lets a second writer poll for the lock,
/// which starves some and wastes time; within a process we queue instead.
/// </summary>
#pragma warning disable CA1001 // Gates live as long as the process.
internal sealed class WriteGate
#pragma warning restore CA1001
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new(StringComparer.Ordinal);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Asynchronous waiters of a SemaphoreSlim are served first come, first served.
    private readonly SemaphoreSlim turn = new(1, 1);

    public static WriteGate Of(string file) => Gates.GetOrAdd(file, _ => new WriteGate());

    public async Task EnterAsync(CancellationToken ct)
    {
        if (!await turn.WaitAsync(Patience, ct))
            throw new TimeoutException("Another writer held the SQLite database for 30 seconds.");
    }

    public void Leave() => turn.Release();
}
