using RetailMember.Membership;

namespace RetailMember.Portal.Consents;

/// <summary>Who has agreed to commercial messages and not taken it back.</summary>
internal sealed class MarketingConsents(StandingConsents consents) : IMarketingConsents
{
    public async Task<IReadOnlyDictionary<Guid, DateTime>> StandingAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await consents.OfAsync(members, ConsentPurpose.Marketing, cancel))
        .Where(c => c.Granted).ToDictionary(c => c.Member, c => c.At);
}
