using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>Finds events by their codes, to be read or to be moved by one at a time.</summary>
internal sealed class EventShelf(EngagementDb db, IRows rows)
{
    public static EventTerms TermsOf(MemberEvent happening) =>
        JsonSerializer.Deserialize<EventTerms>(happening.Terms, Json.Options)!;

    public async Task<MemberEvent> FindAsync(string code, CancellationToken cancel) =>
        await db.MemberEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Code == code, cancel) ?? throw NotFound(code);

    /// <summary>To be changed through the context; until the transaction ends nobody else gives out its seats.</summary>
    public async Task<MemberEvent> LockAsync(string code, CancellationToken cancel)
    {
        var found = await FindAsync(code, cancel);
        await rows.LockAsync<MemberEvent, Guid>(e => e.Id, [found.Id], cancel);
        return await db.MemberEvents.SingleAsync(e => e.Id == found.Id, cancel);
    }

    private static Refusal NotFound(string code) =>
        new("engagement.event-not-found", RefusalKind.NotFound, ("event", code));
}
