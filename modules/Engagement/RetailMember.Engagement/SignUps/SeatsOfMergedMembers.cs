using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Engagement.SignUps;

/// <summary>
/// Of two sign-ups of one person for an event that is still to come the better one is his, and the other's seat is free.
/// Two people after all: the duplicate gets a seat of his own again, or waits for one.
/// </summary>
internal sealed class SeatsOfMergedMembers(EngagementDb db, EventShelf shelf, SeatBook seats, TimeProvider time)
{
    /// <summary>Why the other sign-up was cancelled.</summary>
    public const string Why = "member-merged";

    public async Task MergedAsync(MembersMerged merge, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        foreach (var (happening, other) in await OfAsync(merge.DuplicateId, at, cancel))
        {
            if (other.State is not (SignUpState.SignedUp or SignUpState.Waiting)) continue;
            if (await seats.FindAsync(happening, merge.SurvivorId, cancel) is not { } own) continue;
            // One person has one seat: his own, or the other's where he has none.
            if (own.State is SignUpState.Cancelled or SignUpState.Waiting && other.State < own.State) TakeOver(happening, own, other, at);
            else SeatBook.Free(happening, other);
            other.Move(SignUpState.Cancelled, SeatBook.Operator, at, Why);
            await seats.MoveUpAsync(happening, at, cancel);
        }
    }

    public async Task UnmergedAsync(MembersUnmerged merge, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        foreach (var (happening, own) in await OfAsync(merge.DuplicateId, at, cancel))
        {
            if (own is not { State: SignUpState.Cancelled, Reason: Why } || happening.State != MemberEventState.Published) continue;
            if (happening.Waiting == 0 && SeatBook.TryTake(happening, own)) own.Move(SignUpState.SignedUp, SeatBook.Operator, at);
            else if (EventShelf.TermsOf(happening).WaitingList)
            {
                SeatBook.Wait(happening, own);
                own.Move(SignUpState.Waiting, SeatBook.Operator, at);
            }
        }
    }

    private static void TakeOver(MemberEvent happening, SignUp own, SignUp other, DateTime at)
    {
        if (own.State == SignUpState.Waiting) SeatBook.Free(happening, own);
        (own.Guests, own.Place) = (other.Guests, other.Place);
        own.Move(other.State, SeatBook.Operator, at);
    }

    /// <summary>A member's sign-ups for events that are still to come, with the events held one after another.</summary>
    private async Task<IReadOnlyList<(MemberEvent Event, SignUp SignUp)>> OfAsync(Guid member, DateTime at, CancellationToken cancel)
    {
        var codes = await (
            from signUp in db.SignUps.AsNoTracking()
            join happening in db.MemberEvents.AsNoTracking() on signUp.EventId equals happening.Id
            where signUp.MemberId == member && happening.StartsAt > at && happening.State != MemberEventState.Held
            orderby happening.Id
            select happening.Code).ToListAsync(cancel);
        var found = new List<(MemberEvent, SignUp)>();
        foreach (var code in codes)
        {
            var happening = await shelf.LockAsync(code, cancel);
            if (await seats.FindAsync(happening, member, cancel) is { } signUp) found.Add((happening, signUp));
        }

        return found;
    }
}

internal sealed class SeatsOfMerges(SeatsOfMergedMembers seats) : Subscriber<MembersMerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events) await seats.MergedAsync(merge.Event, cancel);
    }
}

internal sealed class SeatsOfUnmerges(SeatsOfMergedMembers seats) : Subscriber<MembersUnmerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersUnmerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events) await seats.UnmergedAsync(merge.Event, cancel);
    }
}
