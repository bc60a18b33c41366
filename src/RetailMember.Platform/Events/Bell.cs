namespace RetailMember.Platform.Events;

/// <summary>Wakes one who waits. Rung before anybody waits, it is heard by the next; rung twice, once.</summary>
internal abstract class Bell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already and not heard yet.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => rung.WaitAsync(atMost, cancel);

    public void Dispose() => rung.Dispose();
}
