using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Engagement.SignUps;

/// <summary>Who leaves the brand leaves his seats to those who wait, at events that are still to come.</summary>
internal sealed class SeatsOfClosedMembers(EngagementDb db, EventShelf shelf, SeatBook seats, IMemberFiles files, TimeProvider time)
    : Subscriber<MemberClosed>
{
    /// <summary>Why sign-ups were cancelled that their members did not cancel.</summary>
    public const string Why = "member-left";

    protected override async Task HandleAsync(IReadOnlyList<Delivered<MemberClosed>> events, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        foreach (var member in events.Select(e => e.Event.MemberId).Distinct())
        {
            // He may have come back before anybody heard that he had left.
            if ((await files.ReadAsync([member], cancel)).GetValueOrDefault(member) is { IsActive: true }) continue;
            foreach (var code in await ToComeAsync(member, at, cancel))
            {
                var happening = await shelf.LockAsync(code, cancel);
                if (await seats.FindAsync(happening, member, cancel) is not
                    { State: SignUpState.SignedUp or SignUpState.Waiting } signUp) continue;
                SeatBook.Free(happening, signUp);
                signUp.Move(SignUpState.Cancelled, SeatBook.Operator, at, Why);
                await seats.MoveUpAsync(happening, at, cancel);
            }
        }
    }

    private Task<List<string>> ToComeAsync(Guid member, DateTime at, CancellationToken cancel) => (
        from signUp in db.SignUps.AsNoTracking()
        join happening in db.MemberEvents.AsNoTracking() on signUp.EventId equals happening.Id
        where signUp.MemberId == member && (signUp.State == SignUpState.SignedUp || signUp.State == SignUpState.Waiting)
            && happening.State != MemberEventState.Held && happening.StartsAt > at
        orderby happening.Id
        select happening.Code).ToListAsync(cancel);
}
