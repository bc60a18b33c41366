using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Snapshots;

/// <summary>
/// Tables that every request needs and few change, held in memory as one immutable value. Read again after each
/// commit of this host that changed them, and when <see cref="StampWatch"/> sees that another host did.
/// </summary>
internal abstract class Snapshot<T>(string name, IServiceScopeFactory scopes, ILogger log) : ISnapshot, IDisposable
    where T : class
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile T? current;
    private long stamp = -1;

    public string Name => name;

    public long Stamp => Interlocked.Read(ref stamp);

    public T Current => current ?? throw new InvalidOperationException($"The snapshot of {name} was not read yet.");

    public async Task ReadAsync(CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DataSession>().AllBrands = true;
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();

            // The stamp first: a change in the middle of reading leaves an old stamp, and with it another reading.
            var read = await db.Stamps.Where(s => s.Name == name).Select(s => s.Value).FirstOrDefaultAsync(cancel);
            current = await ReadAsync(db, cancel);
            Interlocked.Exchange(ref stamp, read);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads again and never fails: the watch tries once more within a second.</summary>
    public async Task RefreshAsync()
    {
        try
        {
            await ReadAsync();
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The snapshot of {Name} could not be read again", name);
        }
    }

    public void Dispose() => turn.Dispose();

    protected abstract Task<T> ReadAsync(PlatformDb db, CancellationToken cancel);
}

internal interface ISnapshot
{
    string Name { get; }

    /// <summary>The stamp as of the last reading.</summary>
    long Stamp { get; }

    Task ReadAsync(CancellationToken cancel = default);

    Task RefreshAsync();
}
