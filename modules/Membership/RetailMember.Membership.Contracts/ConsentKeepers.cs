namespace RetailMember.Membership;

/// <summary>Asks all at once that keep members' choices.</summary>
public static class ConsentKeepers
{
    /// <summary>The moment at which each of them last agreed, UTC; who does not agree is absent.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateTime>> AgreedAsync(
        this IEnumerable<IMarketingConsents> keepers, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var agreed = new Dictionary<Guid, DateTime>();
        foreach (var keeper in keepers)
            foreach (var (member, at) in await keeper.StandingAsync(members, cancel))
                if (!agreed.TryGetValue(member, out var known) || known < at) agreed[member] = at;
        return agreed;
    }

    /// <summary>Who said between two instants that he does not agree, or no more, and when he did last; see the seam.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateTime>> WithdrawnAsync(
        this IEnumerable<IMarketingConsents> keepers, DateTime from, DateTime to, CancellationToken cancel)
    {
        var withdrawn = new Dictionary<Guid, DateTime>();
        foreach (var keeper in keepers)
            foreach (var (member, at) in await keeper.WithdrawnAsync(from, to, cancel))
                if (!withdrawn.TryGetValue(member, out var known) || known < at) withdrawn[member] = at;
        return withdrawn;
    }

    /// <summary>Those of these members who do not want conclusions drawn from what they buy.</summary>
    public static async Task<IReadOnlySet<Guid>> ObjectorsAsync(
        this IEnumerable<IProfilingObjections> keepers, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var objectors = new HashSet<Guid>();
        foreach (var keeper in keepers) objectors.UnionWith(await keeper.AmongAsync(members, cancel));
        return objectors;
    }
}
