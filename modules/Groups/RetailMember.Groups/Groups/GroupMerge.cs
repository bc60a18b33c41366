using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;

namespace RetailMember.Groups.Groups;

/// <summary>
/// Seats go to the survivor of a merge, and back, each with the day on which it was taken. Where he sits in a group of the
/// kind already the duplicate leaves his; once the merge is undone he has his seat again, the main card unless it went on
/// since, and a group that ended for want of him stands again with all who sat there. What staff did since then stays done.
/// </summary>
internal sealed class GroupMerge(GroupsDb db, KindShelf kinds, GroupBook book, IRows rows, Sequences sequences, IEvents events)
    : IMemberMerge
{
    public string Module => "Groups";

    public int Order => 200;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
        await db.Seats.LongCountAsync(s => s.MemberId == member, cancel) is > 0 and var seats ? [new("groups", seats)] : [];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var mine = db.Seats.Where(s => s.MemberId == order.Duplicate);
        foreach (var group in await book.LockAllAsync(await mine.Select(s => s.GroupId).ToListAsync(cancel), cancel))
        {
            // He may have left while the group was waited for.
            if (await mine.SingleOrDefaultAsync(s => s.GroupId == group.Id, cancel) is not { } seat) continue;
            var held = group.HolderId == order.Duplicate;
            db.Seats.Remove(seat);
            var others = await db.Seats.AsNoTracking()
                .SingleOrDefaultAsync(s => s.MemberId == order.Survivor && s.KindId == seat.KindId, cancel);
            if (others is null)
            {
                Seat(group, order.Survivor, seat.JoinedAt);
                if (held) group.HolderId = order.Survivor;
                await NoteAsync(order, group, order.Survivor, GroupMoveKind.TookPlace, cancel, seat.JoinedAt);
                continue;
            }

            await NoteAsync(order, group, order.Duplicate, GroupMoveKind.Left, cancel, seat.JoinedAt);
            if (await TooFewForAsync(order, group, cancel) is { } kind) await EndAsync(order, group, kind, cancel);
            else if (held) await PassOnAsync(order, group, inItToo: others.GroupId == group.Id, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var moves = (await db.Moves.AsNoTracking().Where(m => m.MergeId == order.Merge).ToListAsync(cancel))
            .ToLookup(m => m.GroupId);
        foreach (var group in await book.LockAllAsync([.. moves.Select(m => m.Key)], cancel))
        {
            if (await db.Seats.AnyAsync(s => s.MemberId == order.Duplicate && s.KindId == group.KindId, cancel)) continue;
            if (moves[group.Id].FirstOrDefault(m => m.Kind == GroupMoveKind.TookPlace) is { } taken)
                await GiveBackAsync(order, group, taken, cancel);
            else await ReturnAsync(order, group, [.. moves[group.Id]], cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The survivor gives up the seat that he took over. One that he has taken himself since stays his.</summary>
    private async Task GiveBackAsync(MemberMergeOrder order, Group group, GroupMove taken, CancellationToken cancel)
    {
        var seat = await db.Seats.SingleOrDefaultAsync(s => s.MemberId == order.Survivor && s.GroupId == group.Id, cancel);
        if (seat is null || seat.JoinedAt != (taken.SeatedSince ?? seat.JoinedAt)) return;
        db.Seats.Remove(seat);
        if (group.HolderId == order.Survivor) group.HolderId = order.Duplicate;
        await SitAgainAsync(order, group, order.Duplicate, seat.JoinedAt, cancel);
    }

    /// <summary>The duplicate comes back to the group that he had left.</summary>
    private async Task ReturnAsync(
        MemberMergeOrder order, Group group, IReadOnlyList<GroupMove> moves, CancellationToken cancel)
    {
        var back = new List<GroupMove>();
        foreach (var left in moves.Where(m => m.Kind == GroupMoveKind.Left))
            if (left.MemberId == order.Duplicate
                || !await db.Seats.AnyAsync(s => s.MemberId == left.MemberId && s.KindId == group.KindId, cancel)) back.Add(left);
        if (group.EndedAt is not null)
        {
            // Who sat there with him may sit elsewhere by now.
            if (moves.All(m => m.Kind != GroupMoveKind.Ended)
                || back.Count < (await kinds.OfAsync(group, cancel)).Terms.LeastMembers) return;
            group.EndedAt = null;
            await NoteAsync(order, group, order.Duplicate, GroupMoveKind.Reopened, cancel);
        }

        foreach (var left in back) await SitAgainAsync(order, group, left.MemberId, left.SeatedSince ?? order.At, cancel);
        if (moves.FirstOrDefault(m => m.Kind == GroupMoveKind.HandedOver) is not { } passedOn
            || await db.Moves.AnyAsync(
                m => m.GroupId == group.Id && m.Kind == GroupMoveKind.HandedOver && m.Id > passedOn.Id, cancel)) return;
        group.HolderId = order.Duplicate;
        await NoteAsync(order, group, order.Duplicate, GroupMoveKind.HandedOver, cancel);
    }

    /// <summary>
    /// The main card of whoever leaves goes to the survivor where he sits there too, otherwise to the one who has been
    /// there longest; a group of nobody ends.
    /// </summary>
    private async Task PassOnAsync(MemberMergeOrder order, Group group, bool inItToo, CancellationToken cancel)
    {
        var step = GroupMoveKind.HandedOver;
        if (inItToo) group.HolderId = order.Survivor;
        else step = await book.PassOnAsync(group, order.Duplicate, order.At, cancel);
        await NoteAsync(order, group, group.HolderId, step, cancel);
    }

    /// <summary>The kind of a group in which somebody is left without the duplicate, but fewer than it asks for; else null.</summary>
    private async Task<KnownKind?> TooFewForAsync(MemberMergeOrder order, Group group, CancellationToken cancel)
    {
        var left = await db.Seats.CountAsync(s => s.GroupId == group.Id && s.MemberId != order.Duplicate, cancel);
        if (left == 0) return null;
        var kind = await kinds.OfAsync(group, cancel);
        return left < kind.Terms.LeastMembers ? kind : null;
    }

    /// <summary>Everybody still seated leaves, as when one of them goes by himself.</summary>
    private async Task EndAsync(MemberMergeOrder order, Group group, KnownKind kind, CancellationToken cancel)
    {
        foreach (var seat in await db.Seats.Where(s => s.GroupId == group.Id && s.MemberId != order.Duplicate).ToListAsync(cancel))
        {
            db.Seats.Remove(seat);
            events.Add(new GroupLeft(group.BrandId, group.Id, kind.Code, seat.MemberId));
            await NoteAsync(order, group, seat.MemberId, GroupMoveKind.Left, cancel, seat.JoinedAt);
        }

        group.EndedAt = order.At;
        await NoteAsync(order, group, group.HolderId, GroupMoveKind.Ended, cancel);
    }

    private Task SitAgainAsync(MemberMergeOrder order, Group group, Guid member, DateTime since, CancellationToken cancel)
    {
        Seat(group, member, since);
        return NoteAsync(order, group, member, GroupMoveKind.TookPlace, cancel);
    }

    private void Seat(Group group, Guid member, DateTime since) => db.Seats.Add(new GroupSeat
    {
        MemberId = member, KindId = group.KindId, BrandId = group.BrandId, GroupId = group.Id, JoinedAt = since,
    });

    private async Task NoteAsync(
        MemberMergeOrder order, Group group, Guid member, GroupMoveKind kind, CancellationToken cancel, DateTime? seatedSince = null) =>
        await rows.InsertAsync(
            [
                new GroupMove
                {
                    Id = (await sequences.TakeAsync<GroupMove>(1, cancel))[0],
                    BrandId = group.BrandId,
                    GroupId = group.Id,
                    MemberId = member,
                    Kind = kind,
                    MergeId = order.Merge,
                    SeatedSince = seatedSince,
                    Operator = order.Operator,
                    At = order.At,
                },
            ],
            cancel);
}
