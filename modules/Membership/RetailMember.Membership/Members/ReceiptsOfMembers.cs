using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <inheritdoc cref="IMemberReceipts" />
internal sealed class ReceiptsOfMembers(MembershipDb db) : IMemberReceipts
{
    public async Task<MemberReceipt?> FindAsync(int store, string receiptNo, CancellationToken cancel) =>
        await db.Purchases.AsNoTracking().SingleOrDefaultAsync(p => p.StoreId == store && p.ReceiptNo == receiptNo, cancel)
            is { } found ? Receipt(found) : null;

    public async Task<IReadOnlyDictionary<Guid, MemberReceipt>> ReadAsync(
        IReadOnlyCollection<Guid> purchases, CancellationToken cancel) =>
        (await db.Purchases.AsNoTracking().Where(p => EF.Parameter(purchases).Contains(p.Id)).ToListAsync(cancel))
        .ToDictionary(p => p.Id, Receipt);

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>>> OfDayAsync(
        IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken cancel)
    {
        var found = await db.Purchases.AsNoTracking()
            .Where(p => EF.Parameter(members).Contains(p.MemberId) && p.BusinessDate == day)
            .ToListAsync(cancel);
        return found.GroupBy(p => p.MemberId).ToDictionary(
            g => g.Key, IReadOnlyList<MemberReceipt> (g) => [.. g.Select(Receipt).OrderByDescending(r => r.NetFen)]);
    }

    public async Task<IReadOnlyList<MemberReceipt>> OfSpanAsync(
        Guid member, DateOnly from, DateOnly to, long leastMoneyFen, CancellationToken cancel) =>
        [
            .. (await OfDays([member], from, to)
                .Where(p => p.PaidFen > p.RefundedFen && p.EarningFen - p.RefundedEarningFen >= leastMoneyFen)
                .OrderBy(p => p.OccurredAt).ThenBy(p => p.Id).ToListAsync(cancel)).Select(Receipt),
        ];

    public async Task<IReadOnlyList<MemberDay>> DaysAsync(
        IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to, CancellationToken cancel) =>
        await OfDays(members, from, to)
            .GroupBy(p => new { p.MemberId, p.BusinessDate })
            .Select(g => new MemberDay(
                g.Key.MemberId,
                g.Key.BusinessDate,
                g.Sum(p => p.EarningFen - p.RefundedEarningFen),
                g.Count(p => p.PaidFen > p.RefundedFen)))
            .ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<Guid, PurchasePoints>> PointsAsync(
        IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var own = await SumAsync(OfDays(members, from, to).Where(p => p.EarnerId == null), p => p.MemberId, cancel);
        var ofOthers = await SumAsync(
            db.Purchases.AsNoTracking()
                .Where(p => p.EarnerId != null && EF.Parameter(members).Contains(p.EarnerId!.Value)).Within(from, to),
            p => p.EarnerId!.Value, cancel);
        foreach (var (earner, brought) in ofOthers)
            own[earner] = own.TryGetValue(earner, out var known) ? known.Plus(brought) : brought;
        return own;
    }

    public async Task<IReadOnlyList<Guid>> EarnersAsync(
        DateOnly from, DateOnly to, long least, Guid? after, int count, CancellationToken cancel)
    {
        var brought = db.Purchases.AsNoTracking().Within(from, to).Where(p => p.Points > p.RefundedPoints)
            .Select(p => new { Owner = p.EarnerId ?? p.MemberId, Points = p.Points - p.RefundedPoints });
        if (after is { } last) brought = brought.Where(p => p.Owner > last);
        return await brought.GroupBy(p => p.Owner).Where(g => g.Sum(p => p.Points) >= least)
            .Select(g => g.Key).OrderBy(m => m).Take(count).ToListAsync(cancel);
    }

    public IQueryable<KeyedAmount> SalesBetween(DateTime from, DateTime to) => db.Purchases.AsNoTracking()
        .Where(p => p.OccurredAt >= from && p.OccurredAt < to && p.PaidFen > p.RefundedFen)
        .GroupBy(p => p.MemberId)
        .Select(g => new KeyedAmount(g.Key, g.Sum(p => p.PaidFen - p.RefundedFen)));

    private static Task<Dictionary<Guid, PurchasePoints>> SumAsync(
        IQueryable<Purchase> receipts, Expression<Func<Purchase, Guid>> owner, CancellationToken cancel) => receipts
        .Where(p => p.Points > p.RefundedPoints)
        .GroupBy(owner)
        .Select(g => new { g.Key, Points = g.Sum(p => p.Points - p.RefundedPoints), LastAt = g.Max(p => p.OccurredAt) })
        .ToDictionaryAsync(g => g.Key, g => new PurchasePoints(g.Points, g.LastAt), cancel);

    private IQueryable<Purchase> OfDays(IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to) =>
        db.Purchases.AsNoTracking().Where(p => EF.Parameter(members).Contains(p.MemberId)).Within(from, to);

    private static MemberReceipt Receipt(Purchase purchase) => new(purchase.Id, purchase.PaidFen - purchase.RefundedFen)
    {
        MoneyFen = purchase.EarningFen - purchase.RefundedEarningFen,
        Points = purchase.Points - purchase.RefundedPoints,
        On = purchase.BusinessDate,
        StoreId = purchase.StoreId,
        ReceiptNo = purchase.ReceiptNo,
        Tier = purchase.Tier,
    };
}
