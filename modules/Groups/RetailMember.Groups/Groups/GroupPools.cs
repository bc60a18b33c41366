using RetailMember.Membership;
using RetailMember.Redemption;

namespace RetailMember.Groups.Groups;

/// <summary>Whose points may pay for a member's redemption: those of his groups' other members, where the kind says so.</summary>
internal sealed class GroupPools(GroupsOfMembers groups, IMemberFiles files) : IPointsPool
{
    public string Module => "Groups";

    public async ValueTask<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var known = await groups.ReadAsync(members, cancel);
        var pools = members.Distinct().ToDictionary(
            m => m,
            m => known.Where(g => g.Group.Members.Contains(m) && g.OpensPoolTo(m))
                .SelectMany(g => g.Group.Members).Where(other => other != m).ToHashSet());
        var active = (await files.ReadAsync([.. pools.Values.SelectMany(p => p).Distinct()], cancel))
            .Where(m => m.Value.IsActive).Select(m => m.Key).ToHashSet();
        foreach (var pool in pools.Values) pool.IntersectWith(active);
        return pools.Where(p => p.Value.Count > 0).ToDictionary(p => p.Key, IReadOnlyCollection<Guid> (p) => p.Value);
    }
}
