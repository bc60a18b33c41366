using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members.Care;

/// <inheritdoc cref="IMemberCare" />
internal sealed class CareOfMembers(MembershipDb db) : IMemberCare
{
    public async Task<IReadOnlyDictionary<Guid, DateTime>> LastAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await db.CareRecords.AsNoTracking().Where(c => EF.Parameter(members).Contains(c.MemberId))
            .GroupBy(c => c.MemberId).Select(g => new { g.Key, At = g.Max(c => c.RecordedAt) })
            .ToDictionaryAsync(g => g.Key, g => g.At, cancel);
}
