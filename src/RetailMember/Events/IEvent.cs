using System.Collections.Concurrent;
using System.Reflection;

namespace RetailMember.Events;

/// <summary>Something that happened, told to other modules after the commit. Carries only what may lag.</summary>
public interface IEvent;

/// <summary>The stable name of an event, never its CLR name: <c>membership.purchase-recorded.v1</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    private static readonly ConcurrentDictionary<Type, EventNameAttribute> Known = new();

    public string Name { get; } = name;

    /// <summary>
    /// Told also to subscribers whose module is off for the brand, and kept for one in quarantine until it runs: for what no
    /// module may go on keeping, whether it is on or not. Any other event is not told to who is off, and not later either.
    /// </summary>
    public bool AlsoWhereOff { get; init; }

    public static string Of(Type type) => On(type).Name;

    internal static EventNameAttribute On(Type type) => Known.GetOrAdd(type, Read);

    private static EventNameAttribute Read(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>() ?? throw new InvalidOperationException($"{type} has no event name.");
}

/// <summary>Takes the events of the present use case; they are stored with its commit or not at all.</summary>
public interface IEvents
{
    void Add(IEvent happened);
}

/// <summary>An event on its way to a handler.</summary>
/// <param name="Id">The same at each delivery.</param>
/// <param name="OccurredAt">UTC.</param>
public sealed record Delivered<TEvent>(long Id, int? BrandId, DateTime OccurredAt, TEvent Event)
    where TEvent : IEvent;

/// <summary>
/// Handles events in their own transaction after the commit that told them, at most once per handler and event,
/// several of one brand at a time. A handler that throws is tried again later, with growing pauses.
/// </summary>
public abstract class Subscriber<TEvent>
    where TEvent : IEvent
{
    protected abstract Task HandleAsync(IReadOnlyList<Delivered<TEvent>> events, CancellationToken cancel);

    internal Task EnterAsync(IReadOnlyList<Delivered<TEvent>> events, CancellationToken cancel) =>
        HandleAsync(events, cancel);
}
