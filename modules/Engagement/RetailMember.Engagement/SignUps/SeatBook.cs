using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Engagement.Data;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Engagement.SignUps;

/// <summary>
/// Gives out the seats of an event that the caller holds, in the order of signing up: while anybody waits, nobody
/// passes him, and a seat that is freed goes to the first of them whose party fits in.
/// </summary>
internal sealed class SeatBook(EngagementDb db, IMemberFiles files, DataSession session, IEvents events)
{
    public const string Operator = "engagement";

    public Task<SignUp?> FindAsync(MemberEvent happening, Guid member, CancellationToken cancel) =>
        db.SignUps.SingleOrDefaultAsync(s => s.EventId == happening.Id && s.MemberId == member, cancel);

    /// <summary>A seat for him and his guests at once; false where there is none.</summary>
    public static bool TryTake(MemberEvent happening, SignUp signUp)
    {
        if (!happening.HasSeatsFor(signUp.Party)) return false;
        happening.Taken += signUp.Party;
        signUp.Place = ++happening.LastPlace;
        return true;
    }

    public static void Wait(MemberEvent happening, SignUp signUp)
    {
        happening.Waiting++;
        signUp.Place = ++happening.LastPlace;
    }

    /// <summary>Takes whoever is signed up or waits off the list.</summary>
    public static void Free(MemberEvent happening, SignUp signUp)
    {
        if (signUp.State == SignUpState.Waiting) happening.Waiting--;
        else happening.Taken -= signUp.Party;
    }

    /// <summary>
    /// Lets those who wait have the seats that are free; says how many members moved up. Who is no member any more, or was
    /// merged into another, waits no longer.
    /// </summary>
    public async Task<int> MoveUpAsync(MemberEvent happening, DateTime at, CancellationToken cancel)
    {
        if (happening.Waiting == 0 || !happening.HasSeatsFor(1) || at >= happening.EndsAt) return 0;
        // The one who has just left the list is told to the context alone.
        await session.SaveAsync(cancel);
        var waiting = await db.SignUps.Where(s => s.EventId == happening.Id && s.State == SignUpState.Waiting)
            .OrderBy(s => s.Place).ToListAsync(cancel);
        var known = await files.ReadAsync([.. waiting.Select(s => s.MemberId)], cancel);
        var moved = 0;
        foreach (var next in waiting)
        {
            if (known.GetValueOrDefault(next.MemberId) is not { IsActive: true })
            {
                Free(happening, next);
                next.Move(SignUpState.Cancelled, Operator, at, SeatsOfClosedMembers.Why);
                continue;
            }

            if (!happening.HasSeatsFor(next.Party)) break;
            happening.Taken += next.Party;
            happening.Waiting--;
            next.Move(SignUpState.SignedUp, Operator, at);
            events.Add(new SeatGiven(happening.BrandId, happening.Code, next.MemberId));
            moved++;
        }

        return moved;
    }
}
