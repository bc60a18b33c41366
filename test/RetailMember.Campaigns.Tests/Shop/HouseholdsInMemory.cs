using System.Collections.Concurrent;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Tests.Shop;

/// <summary>Households that another module would know.</summary>
internal sealed class HouseholdsInMemory(ConcurrentDictionary<Guid, Guid[]> households) : IHouseholds
{
    public string Module => "Membership";

    public ValueTask<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>>(
            members.Where(households.ContainsKey).ToDictionary(m => m, IReadOnlyCollection<Guid> (m) => households[m]));
}
