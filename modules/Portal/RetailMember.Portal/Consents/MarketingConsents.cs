using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Consents;

/// <summary>Who has agreed to commercial messages and not taken it back.</summary>
internal sealed class MarketingConsents(PortalDb db, StandingConsents consents) : IMarketingConsents
{
    public async Task<IReadOnlyDictionary<Guid, DateTime>> StandingAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await consents.OfAsync(members, ConsentPurpose.Marketing, cancel))
        .Where(c => c.Granted).ToDictionary(c => c.Member, c => c.At);

    public async Task<IReadOnlyDictionary<Guid, DateTime>> WithdrawnAsync(DateTime from, DateTime to, CancellationToken cancel) =>
        await db.ConsentEntries.AsNoTracking()
            .Where(e => e.Purpose == ConsentPurpose.Marketing && !e.Granted && e.At >= from && e.At < to)
            .GroupBy(e => e.MemberId).Select(g => new { Member = g.Key, At = g.Max(e => e.At) })
            .ToDictionaryAsync(w => w.Member, w => w.At, cancel);
}
