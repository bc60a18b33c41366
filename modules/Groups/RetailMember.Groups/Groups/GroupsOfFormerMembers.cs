using Microsoft.EntityFrameworkCore;
using RetailMember.Events;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>
/// Who leaves the brand leaves his groups. A main card of his goes to the one who has been there longest; a group of
/// nobody ends.
/// </summary>
internal sealed class GroupsOfFormerMembers(GroupsDb db, KindShelf kinds, GroupBook book, IEvents events) : IMemberClosing
{
    public async Task CloseAsync(Guid member, CallContext call, CancellationToken cancel)
    {
        var mine = db.Seats.Where(s => s.MemberId == member);
        foreach (var group in await book.LockAllAsync(await mine.Select(s => s.GroupId).ToListAsync(cancel), cancel))
        {
            // He may have left while the group was waited for.
            if (await mine.SingleOrDefaultAsync(s => s.GroupId == group.Id, cancel) is not { } seat) continue;
            db.Seats.Remove(seat);
            await book.NoteAsync(group, member, GroupMoveKind.Left, call, cancel);
            var kind = await kinds.OfAsync(group, cancel);
            events.Add(new GroupLeft(group.BrandId, group.Id, kind.Code, member));
            var others = (await book.SeatsAsync(group.Id, cancel)).FindAll(s => s.MemberId != member);
            if (others.Count > 0 && others.Count < kind.Terms.LeastMembers)
            {
                await book.EndAsync(group, kind, others, call, cancel);
                continue;
            }

            if (group.HolderId != member) continue;
            var step = await book.PassOnAsync(group, member, call.At, cancel);
            await book.NoteAsync(group, group.HolderId, step, call, cancel);
        }
    }
}
