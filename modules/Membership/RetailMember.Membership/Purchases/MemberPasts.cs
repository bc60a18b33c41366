using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Reads the past of members of whom an earlier day has to be judged anew: a few statements for all of them, and only for
/// them.
/// </summary>
internal sealed class MemberPasts(MembershipDb db, IRows rows)
{
    public async Task<Dictionary<Guid, MemberPast>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        if (members.Count == 0) return [];
        var steps = (await rows.ReadAsync<TierChange, Guid>(c => c.MemberId, members, cancel)).ToLookup(c => c.MemberId);
        var totals = (await BoughtAsync(members, cancel))
            .Concat(await TakenBackAsync(members, cancel))
            .Concat(await TakenPartAsync(members, cancel))
            .Concat(await AwardedAsync(members, cancel))
            .ToLookup(t => t.Member, t => t.Total);
        return members.ToDictionary(m => m, m => new MemberPast(steps[m], totals[m]));
    }

    private async Task<IEnumerable<(Guid Member, DayTotal Total)>> BoughtAsync(
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
                PointsEarned = g.Sum(p => p.Points - p.AddedPoints),
            })
            .ToListAsync(cancel);
        return days.Select(d => (d.Key.MemberId, new DayTotal(d.Key.BusinessDate, d.Key.MetricsEpoch, new TierMetrics
        {
            SpendFen = d.SpendFen,
            Purchases = d.Purchases,
            Growth = d.Growth,
            PointsEarned = d.PointsEarned,
        })));
    }

    /// <summary>Points by what refunds were due: what they got hold of says nothing of what still counts.</summary>
    private async Task<IEnumerable<(Guid Member, DayTotal Total)>> TakenBackAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var refunded = await db.Purchases.AsNoTracking()
            .Where(p => members.Contains(p.MemberId) && p.RefundedFen > 0)
            .Select(p => new { Receipt = p, Tendered = db.PurchaseTenders.Any(t => t.PurchaseId == p.Id) })
            .ToListAsync(cancel);
        return refunded.Select(r => (
            r.Receipt.MemberId,
            new DayTotal(r.Receipt.BusinessDate, r.Receipt.MetricsEpoch, new TierMetrics
            {
                PointsEarned = -Due(r.Receipt, r.Tendered),
            })));
    }

    private static long Due(Purchase receipt, bool tendered)
    {
        var granted = receipt.Points - receipt.AddedPoints;
        var (paid, refunded) = receipt.GrantBase(tendered);
        return granted - Clawback.Kept(granted, paid, refunded);
    }

    private async Task<IEnumerable<(Guid Member, DayTotal Total)>> AwardedAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var days = await db.MemberAwards.AsNoTracking()
            .Where(a => members.Contains(a.MemberId) && a.Growth > a.GrowthTaken)
            .GroupBy(a => new { a.MemberId, a.On, a.MetricsEpoch })
            .Select(g => new { g.Key, Growth = g.Sum(a => a.Growth - a.GrowthTaken) })
            .ToListAsync(cancel);
        return days.Select(d => (
            d.Key.MemberId, new DayTotal(d.Key.On, d.Key.MetricsEpoch, new TierMetrics { Growth = d.Growth })));
    }

    private async Task<IEnumerable<(Guid Member, DayTotal Total)>> TakenPartAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var days = await db.Participations.AsNoTracking()
            .Where(p => members.Contains(p.MemberId))
            .GroupBy(p => new { p.MemberId, p.On, p.MetricsEpoch })
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToListAsync(cancel);
        return days.Select(d => (
            d.Key.MemberId, new DayTotal(d.Key.On, d.Key.MetricsEpoch, new TierMetrics { Participation = d.Count })));
    }
}
