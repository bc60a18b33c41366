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
            .Select(p => new
            {
                p.MemberId,
                p.Id,
                NetFen = p.PaidFen - p.RefundedFen,
                MoneyFen = p.EarningFen - p.RefundedEarningFen,
            })
            .ToListAsync(cancel);
        return found.GroupBy(p => p.MemberId).ToDictionary(
            g => g.Key,
            IReadOnlyList<MemberReceipt> (g) =>
                [.. g.OrderByDescending(p => p.NetFen).Select(p => new MemberReceipt(p.Id, p.NetFen) { MoneyFen = p.MoneyFen })]);
    }

    public async Task<IReadOnlyList<MemberDay>> DaysAsync(
        IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        // The index has times, and a business day lies within a day of the UTC date.
        var (first, end) = (Utc(from.AddDays(-1)), Utc(to.AddDays(2)));
        return await db.Purchases.AsNoTracking()
            .Where(p => EF.Parameter(members).Contains(p.MemberId) && p.OccurredAt >= first && p.OccurredAt < end
                && p.BusinessDate >= from && p.BusinessDate <= to)
            .GroupBy(p => new { p.MemberId, p.BusinessDate })
            .Select(g => new MemberDay(
                g.Key.MemberId,
                g.Key.BusinessDate,
                g.Sum(p => p.EarningFen - p.RefundedEarningFen),
                g.Count(p => p.PaidFen > p.RefundedFen)))
            .ToListAsync(cancel);
    }

    private static DateTime Utc(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
