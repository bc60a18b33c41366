namespace RetailMember.Marketing;

/// <summary>Work of several, none of whom keeps the others from their turn.</summary>
internal sealed class Turns(CancellationToken cancel)
{
    private readonly List<Exception> faults = [];

    public async Task TakeAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            faults.Add(fault);
        }
    }

    /// <summary>Throws what went wrong with any of them, once all had their turn.</summary>
    public void End()
    {
        if (faults.Count > 0) throw new AggregateException(faults);
    }
}
