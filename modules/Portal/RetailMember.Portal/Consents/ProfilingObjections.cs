using RetailMember.Membership;

namespace RetailMember.Portal.Consents;

/// <summary>Who has said no to profiling, or taken his consent back. Who was never asked has not objected.</summary>
internal sealed class ProfilingObjections(StandingConsents consents) : IProfilingObjections
{
    public async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await consents.OfAsync(members, ConsentPurpose.Profiling, cancel)).Where(c => !c.Granted).Select(c => c.Member).ToHashSet();
}
