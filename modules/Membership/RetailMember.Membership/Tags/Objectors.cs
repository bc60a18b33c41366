namespace RetailMember.Membership.Tags;

/// <summary>Who does not want conclusions drawn from what he buys, whichever module knows it.</summary>
internal sealed class Objectors(IEnumerable<IProfilingObjections> objections)
{
    public async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var found = new HashSet<Guid>();
        foreach (var objection in objections) found.UnionWith(await objection.AmongAsync(members, cancel));
        return found;
    }

    public async Task<bool> HasAsync(Guid member, CancellationToken cancel) => (await AmongAsync([member], cancel)).Count > 0;
}
