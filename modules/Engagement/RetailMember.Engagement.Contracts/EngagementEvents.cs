using RetailMember.Events;

namespace RetailMember.Engagement;

/// <summary>Who waited for a seat at an event has one now.</summary>
/// <param name="Event">The event's code.</param>
[EventName("engagement.seat-given.v1")]
public sealed record SeatGiven(int BrandId, string Event, Guid MemberId) : IEvent;

/// <summary>An event does not take place.</summary>
/// <param name="Event">The event's code.</param>
/// <param name="Members">Who was signed up or waited.</param>
[EventName("engagement.event-cancelled.v1")]
public sealed record EventCancelled(int BrandId, string Event, IReadOnlyList<Guid> Members) : IEvent;
