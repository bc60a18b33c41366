using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>Tells members on their phones what became of an event that they signed up for.</summary>
internal sealed class EventNotices(EngagementDb db, IMemberMessages messages)
{
    public async Task TellAsync(string name, IEnumerable<(string Event, Guid Member)> told, CancellationToken cancel)
    {
        if (!messages.IsReady) return;
        var all = told.ToList();
        string[] codes = [.. all.Select(t => t.Event).Distinct()];
        var events = await db.MemberEvents.AsNoTracking().Where(e => EF.Parameter(codes).Contains(e.Code))
            .ToDictionaryAsync(e => e.Code, EventShelf.TermsOf, cancel);
        await messages.SendAsync(
            [
                .. all.Select(t => new MemberMessage(
                    t.Member, "engagement." + name, "engagement.notice." + name, [("event", events[t.Event].Name)])),
            ],
            cancel);
    }
}

internal sealed class NoticesOfSeats(EventNotices notices) : Subscriber<SeatGiven>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<SeatGiven>> events, CancellationToken cancel) =>
        notices.TellAsync("seat-given", events.Select(e => (e.Event.Event, e.Event.MemberId)), cancel);
}

internal sealed class NoticesOfCancelledEvents(EventNotices notices) : Subscriber<EventCancelled>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<EventCancelled>> events, CancellationToken cancel) =>
        notices.TellAsync(
            "event-cancelled", events.SelectMany(e => e.Event.Members.Select(m => (e.Event.Event, m))), cancel);
}
