using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>Fetches groups to be moved, gives out their seats and writes down each step.</summary>
internal sealed class GroupBook(GroupsDb db, IRows rows, Sequences sequences, IEvents events)
{
    public async Task<Group> FindAsync(Guid id, CancellationToken cancel) =>
        await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, cancel)
        ?? throw new Refusal(GroupRefusals.NotFound, RefusalKind.NotFound);

    /// <summary>A group that stands, to be changed through the context; nobody else moves it until the transaction ends.</summary>
    public async Task<Group> LockAsync(Guid id, CancellationToken cancel)
    {
        await rows.LockAsync<Group, Guid>(g => g.Id, [id], cancel);
        var group = await db.Groups.SingleOrDefaultAsync(g => g.Id == id, cancel)
            ?? throw new Refusal(GroupRefusals.NotFound, RefusalKind.NotFound);
        return group.EndedAt is null ? group : throw new Refusal(GroupRefusals.Ended, RefusalKind.Conflict);
    }

    /// <summary>As <see cref="LockAsync"/>, those that have ended too.</summary>
    public async Task<List<Group>> LockAllAsync(List<Guid> groups, CancellationToken cancel)
    {
        await rows.LockAsync<Group, Guid>(g => g.Id, groups, cancel);
        return await db.Groups.Where(g => EF.Parameter(groups).Contains(g.Id)).OrderBy(g => g.Id).ToListAsync(cancel);
    }

    /// <summary>
    /// The main card of whoever leaves goes to the one who has been there longest; a group of nobody ends. The step that
    /// it was is to be noted.
    /// </summary>
    public async Task<GroupMoveKind> PassOnAsync(Group group, Guid leaver, DateTime at, CancellationToken cancel)
    {
        var next = await db.Seats.Where(s => s.GroupId == group.Id && s.MemberId != leaver)
            .OrderBy(s => s.JoinedAt).ThenBy(s => s.MemberId).Select(s => (Guid?)s.MemberId).FirstOrDefaultAsync(cancel);
        if (next is null) group.EndedAt = at;
        else group.HolderId = next.Value;
        return next is null ? GroupMoveKind.Ended : GroupMoveKind.HandedOver;
    }

    public Task<List<GroupSeat>> SeatsAsync(Guid group, CancellationToken cancel) =>
        db.Seats.Where(s => s.GroupId == group).OrderBy(s => s.JoinedAt).ThenBy(s => s.MemberId).ToListAsync(cancel);

    /// <summary>Seats these members, or refuses where one of them sits in a group of the kind already.</summary>
    public async Task SeatAsync(Group group, IReadOnlyList<MemberSummary> members, DateTime at, CancellationToken cancel)
    {
        GroupSeat[] seats =
        [
            .. members.OrderBy(m => m.Id).Select(m => new GroupSeat
            {
                MemberId = m.Id, KindId = group.KindId, BrandId = group.BrandId, GroupId = group.Id, JoinedAt = at,
            }),
        ];
        Guid[] ids = [.. members.Select(m => m.Id)];
        var taken = db.Seats.AsNoTracking().Where(s => s.KindId == group.KindId && EF.Parameter(ids).Contains(s.MemberId))
            .OrderBy(s => s.MemberId);
        if (await taken.FirstOrDefaultAsync(cancel) is { } known) throw InOneAlready(known);
        if (await rows.InsertMissingAsync(seats, cancel) == seats.Length) return;
        // Another group was quicker.
        throw InOneAlready(await taken.FirstAsync(s => s.GroupId != group.Id, cancel));

        Refusal InOneAlready(GroupSeat seat) => new(
            GroupRefusals.InOneAlready, RefusalKind.Conflict, ("memberNo", members.First(m => m.Id == seat.MemberId).MemberNo));
    }

    /// <summary>Everybody still seated leaves, and the group ends.</summary>
    public async Task EndAsync(
        Group group, KnownKind kind, IEnumerable<GroupSeat> seats, CallContext call, CancellationToken cancel, string? reason = null)
    {
        foreach (var seat in seats)
        {
            db.Seats.Remove(seat);
            events.Add(new GroupLeft(group.BrandId, group.Id, kind.Code, seat.MemberId));
        }

        group.EndedAt = call.At;
        await NoteAsync(group, group.HolderId, GroupMoveKind.Ended, call, cancel, reason);
    }

    public async Task NoteAsync(
        Group group,
        Guid member,
        GroupMoveKind kind,
        CallContext call,
        CancellationToken cancel,
        string? reason = null,
        bool proofSeen = false) =>
        await rows.InsertAsync(
            [
                new GroupMove
                {
                    Id = (await sequences.TakeAsync<GroupMove>(1, cancel))[0],
                    BrandId = group.BrandId,
                    GroupId = group.Id,
                    MemberId = member,
                    Kind = kind,
                    Reason = reason,
                    ProofSeen = proofSeen,
                    StoreId = call.Store?.Id,
                    Operator = call.Caller.Name,
                    At = call.At,
                },
            ],
            cancel);
}
