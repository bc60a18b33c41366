using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>Reads the past of members whose receipts come late: two statements for all of them, and only for them.</summary>
internal sealed class MemberPasts(MembershipDb db, IRows rows)
{
    public async Task<Dictionary<Guid, MemberPast>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        if (members.Count == 0) return [];
        var steps = (await rows.ReadAsync<TierChange, Guid>(c => c.MemberId, members, cancel)).ToLookup(c => c.MemberId);
        var totals = (await TotalsAsync(members, cancel)).ToLookup(t => t.Member, t => t.Total);
        return members.ToDictionary(m => m, m => new MemberPast(steps[m], totals[m]));
    }

    private async Task<IEnumerable<(Guid Member, DayTotal Total)>> TotalsAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var days = await db.Purchases.AsNoTracking()
            .Where(p => members.Contains(p.MemberId))
            .GroupBy(p => new { p.MemberId, p.BusinessDate, p.MetricsEpoch })
            .Select(g => new
            {
                g.Key,
                SpendFen = g.Sum(p => p.EarningFen - p.RefundedEarningFen),
                Purchases = g.Sum(p => p.PaidFen > p.RefundedFen ? 1L : 0L),
                Growth = g.Sum(p => p.Growth - p.RefundedGrowth),
                PointsEarned = g.Sum(p => p.Points - p.AddedPoints - p.RefundedPoints),
            })
            .ToListAsync(cancel);
        return days.Select(d => (d.Key.MemberId, new DayTotal(d.Key.BusinessDate, d.Key.MetricsEpoch, new TierMetrics
        {
            SpendFen = d.SpendFen,
            Purchases = d.Purchases,
            Growth = d.Growth,
            PointsEarned = Math.Max(0, d.PointsEarned),
        })));
    }
}
