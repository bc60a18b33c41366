using RetailMember.Membership;

namespace RetailMember.Groups.Groups;

/// <summary>Who lives together, for those who must not reward a household twice.</summary>
internal sealed class GroupHouseholds(IGroups groups) : IHouseholds
{
    public string Module => "Groups";

    public async ValueTask<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var known = await groups.OfAsync(members, cancel);
        return known
            .Select(k => (Member: k.Key, Others: k.Value.Where(g => g.IsHousehold).SelectMany(g => g.Members)
                .Where(m => m != k.Key).ToHashSet()))
            .Where(k => k.Others.Count > 0)
            .ToDictionary(k => k.Member, IReadOnlyCollection<Guid> (k) => k.Others);
    }
}
