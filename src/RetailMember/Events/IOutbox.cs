namespace RetailMember.Events;

/// <summary>Keeps events with the transaction that told them, until each subscriber has handled them.</summary>
public interface IOutbox
{
    /// <summary>Writes the events within the session's transaction, whose commit wakes the dispatcher.</summary>
    Task AppendAsync(IReadOnlyCollection<IEvent> events, CancellationToken cancel);
}

/// <summary>The events of the present scope until its commit.</summary>
internal sealed class EventBuffer : IEvents
{
    private List<IEvent> events = [];

    public void Add(IEvent happened) => events.Add(happened);

    public IReadOnlyCollection<IEvent> Take()
    {
        var taken = events;
        events = [];
        return taken;
    }
}
