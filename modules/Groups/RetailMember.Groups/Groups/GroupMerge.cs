using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Groups.Data;
using RetailMember.Membership;

namespace RetailMember.Groups.Groups;

/// <summary>
/// Seats go to the survivor of a merge, and back. Where he sits in a group of the kind already the duplicate leaves his,
/// and takes his seat again once the merge is undone, if the group still stands.
/// </summary>
internal sealed class GroupMerge(GroupsDb db, IRows rows, Sequences sequences) : IMemberMerge
{
    public string Module => "Groups";

    public int Order => 200;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
        await db.Seats.LongCountAsync(s => s.MemberId == member, cancel) is > 0 and var seats ? [new("groups", seats)] : [];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        foreach (var seat in await SeatsAsync(order.Duplicate, cancel))
        {
            var group = await LockAsync(seat.GroupId, cancel);
            db.Seats.Remove(seat);
            if (await db.Seats.AnyAsync(s => s.MemberId == order.Survivor && s.KindId == seat.KindId, cancel))
            {
                await NoteAsync(order, group, order.Duplicate, GroupMoveKind.Left, cancel);
                if (group.HolderId == order.Duplicate) await PassOnAsync(order, group, cancel);
            }
            else await SeatAsync(order, group, from: order.Duplicate, to: order.Survivor, keepsHolder: false, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var moved = await db.Moves.AsNoTracking().Where(m => m.MergeId == order.Merge).ToListAsync(cancel);
        foreach (var id in moved.Select(m => m.GroupId).Distinct().Order())
        {
            var group = await LockAsync(id, cancel);
            if (group.EndedAt is not null
                || await db.Seats.AnyAsync(s => s.MemberId == order.Duplicate && s.KindId == group.KindId, cancel)) continue;
            var left = moved.Exists(m => m.GroupId == id && m.Kind == GroupMoveKind.Left && m.MemberId == order.Duplicate);
            var seat = await db.Seats.SingleOrDefaultAsync(s => s.MemberId == order.Survivor && s.GroupId == id, cancel);
            if (seat is not null && !left) db.Seats.Remove(seat);
            if (left || seat is not null)
                await SeatAsync(order, group, from: order.Survivor, to: order.Duplicate, keepsHolder: left, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task SeatAsync(
        MemberMergeOrder order, Group group, Guid from, Guid to, bool keepsHolder, CancellationToken cancel)
    {
        db.Seats.Add(new GroupSeat
        {
            MemberId = to, KindId = group.KindId, BrandId = group.BrandId, GroupId = group.Id, JoinedAt = order.At,
        });
        if (group.HolderId == from && !keepsHolder) group.HolderId = to;
        await NoteAsync(order, group, to, GroupMoveKind.TookPlace, cancel);
    }

    /// <summary>The main card of whoever leaves goes to the one who has been there longest; a group of nobody ends.</summary>
    private async Task PassOnAsync(MemberMergeOrder order, Group group, CancellationToken cancel)
    {
        var next = await db.Seats.AsNoTracking().Where(s => s.GroupId == group.Id && s.MemberId != order.Duplicate)
            .OrderBy(s => s.JoinedAt).ThenBy(s => s.MemberId).FirstOrDefaultAsync(cancel);
        if (next is null) group.EndedAt = order.At;
        else group.HolderId = next.MemberId;
        var kind = next is null ? GroupMoveKind.Ended : GroupMoveKind.HandedOver;
        await NoteAsync(order, group, next?.MemberId ?? order.Duplicate, kind, cancel);
    }

    private Task<List<GroupSeat>> SeatsAsync(Guid member, CancellationToken cancel) =>
        db.Seats.Where(s => s.MemberId == member).OrderBy(s => s.GroupId).ToListAsync(cancel);

    private async Task<Group> LockAsync(Guid group, CancellationToken cancel)
    {
        await rows.LockAsync<Group, Guid>(g => g.Id, [group], cancel);
        return await db.Groups.SingleAsync(g => g.Id == group, cancel);
    }

    private async Task NoteAsync(
        MemberMergeOrder order, Group group, Guid member, GroupMoveKind kind, CancellationToken cancel) =>
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
                    Operator = order.Operator,
                    At = order.At,
                },
            ],
            cancel);
}
