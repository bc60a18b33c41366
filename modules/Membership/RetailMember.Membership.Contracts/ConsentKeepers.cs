namespace RetailMember.Membership;

/// <summary>Asks all that keep consents to commercial messages at once.</summary>
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
}
