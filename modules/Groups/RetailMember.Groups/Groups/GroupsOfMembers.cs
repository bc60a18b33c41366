using Microsoft.EntityFrameworkCore;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;

namespace RetailMember.Groups.Groups;

/// <summary>Tells other modules who belongs together.</summary>
internal sealed class GroupsOfMembers(GroupsDb db, KindShelf kinds) : IGroups
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberGroup>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await ReadAsync(members, cancel))
        .SelectMany(known => known.Group.Members.Where(members.Contains), (known, member) => (Member: member, known.Group))
        .ToLookup(m => m.Member, m => m.Group)
        .ToDictionary(m => m.Key, IReadOnlyList<MemberGroup> (m) => [.. m]);

    public Task<bool> HasKindAsync(string kind, CancellationToken cancel) =>
        db.Kinds.AnyAsync(k => k.Code == kind && !k.Withdrawn, cancel);

    /// <summary>The groups that any of these members is in now.</summary>
    public async Task<IReadOnlyList<KnownGroup>> ReadAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var mine = db.Seats.Where(s => EF.Parameter(members).Contains(s.MemberId)).Select(s => s.GroupId);
        var groups = await db.Groups.AsNoTracking().Where(g => mine.Contains(g.Id)).ToListAsync(cancel);
        if (groups.Count == 0) return [];
        Guid[] ids = [.. groups.Select(g => g.Id)];
        var seats = (await db.Seats.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.GroupId)).ToListAsync(cancel))
            .ToLookup(s => s.GroupId, s => s.MemberId);
        var known = (await kinds.AllAsync(cancel)).ToDictionary(k => k.Id);
        return
        [
            .. groups.Select(g => new KnownGroup(
                new MemberGroup(g.Id, known[g.KindId].Code, known[g.KindId].Terms.Household, g.HolderId, [.. seats[g.Id].Order()]),
                known[g.KindId], g.Name)),
        ];
    }
}

/// <summary>A group and who of it may pay with the points of all.</summary>
internal sealed record KnownGroup(MemberGroup Group, KnownKind Kind, string? Name)
{
    public PoolUse Pool => Kind.Terms.Pool;

    public bool OpensPoolTo(Guid member) =>
        Pool == PoolUse.Everybody || (Pool == PoolUse.Holder && member == Group.Holder);
}
