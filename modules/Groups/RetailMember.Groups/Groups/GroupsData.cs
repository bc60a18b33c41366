using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Groups.Data;
using RetailMember.People;

namespace RetailMember.Groups.Groups;

/// <summary>What this module holds about a member: the groups that he is or was in. Of the others there nothing is told.</summary>
internal sealed class GroupsData(GroupsDb db) : IMemberData
{
    public string Name => "groups";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        groups = await db.Seats.AsNoTracking().Where(s => s.MemberId == member).OrderBy(s => s.JoinedAt)
            .Select(s => new { group = s.GroupId, s.JoinedAt }).ToListAsync(cancel),
        history = await db.Moves.AsNoTracking().Where(m => m.MemberId == member).OrderBy(m => m.Id)
            .Select(m => new { group = m.GroupId, m.Kind, m.Reason, m.ProofSeen, m.At }).ToListAsync(cancel),
    };
}
