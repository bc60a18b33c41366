using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Which receipts count on the ladder: those bought where the module was on at the time, so that a pilot counts its own
/// store alone, also when others join later.
/// </summary>
internal sealed class LadderBook(ApparelDb db, IRows rows, IMemberReceipts receipts, DataSession session)
{
    public int BrandId => session.Brand!.Value;

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Enters receipts, each once.</summary>
    public Task<int> EnterAsync(IEnumerable<(Guid Purchase, Guid Member, DateOnly On)> bought,
        CancellationToken cancel) =>
        rows.InsertMissingAsync(
            [
                .. bought.Select(b => new LadderReceipt
                {
                    PurchaseId = b.Purchase, BrandId = BrandId, MemberId = b.Member, Month = MonthOf(b.On),
                }),
            ],
            cancel);

    /// <summary>What of a member's month counts.</summary>
    public async Task<LadderMonth> MonthAsync(Guid member, DateOnly month, CancellationToken cancel)
    {
        var bought = await receipts.OfSpanAsync(member, month, month.AddMonths(1).AddDays(-1), leastMoneyFen: 0,
            cancel);
        Guid[] ids = [.. bought.Select(r => r.Id)];
        var buyers = await db.LadderReceipts.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.PurchaseId))
            .ToDictionaryAsync(r => r.PurchaseId, r => r.MemberId, cancel);
        return new LadderMonth(
            [.. bought.Where(r => buyers.ContainsKey(r.Id)).Select(r => new LadderPurchase(buyers[r.Id], r))]);
    }
}
