using System.Collections.Concurrent;
using RetailMember.Membership;

namespace RetailMember.Marketing.Tests.Shop;

/// <summary>Everybody has agreed long ago but those who are unwilling.</summary>
internal sealed class ConsentsInMemory(ConcurrentDictionary<Guid, bool> unwilling) : IMarketingConsents
{
    public Task<IReadOnlyDictionary<Guid, DateTime>> StandingAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DateTime>>(
            members.Where(m => !unwilling.ContainsKey(m)).ToDictionary(m => m, _ => DateTime.UnixEpoch));

    public Task<IReadOnlyDictionary<Guid, DateTime>> WithdrawnAsync(DateTime from, DateTime to, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DateTime>>(new Dictionary<Guid, DateTime>());
}
