using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <inheritdoc cref="IMemberReceipts" />
internal sealed class ReceiptsOfMembers(MembershipDb db) : IMemberReceipts
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>>> OfDayAsync(
        IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken cancel)
    {
        var found = await db.Purchases.AsNoTracking()
            .Where(p => EF.Parameter(members).Contains(p.MemberId) && p.BusinessDate == day)
            .Select(p => new { p.MemberId, p.Id, NetFen = p.PaidFen - p.RefundedFen })
            .ToListAsync(cancel);
        return found.GroupBy(p => p.MemberId).ToDictionary(
            g => g.Key,
            IReadOnlyList<MemberReceipt> (g) =>
                [.. g.OrderByDescending(p => p.NetFen).Select(p => new MemberReceipt(p.Id, p.NetFen))]);
    }
}
