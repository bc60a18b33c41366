using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Reminders;
using RetailMember.Apparel.Tasks;
using RetailMember.Membership;
using RetailMember.Redemption;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// A refund takes rungs back that its month does not carry any more, and services that were owed for the purchase.
/// </summary>
internal sealed class LadderFollower(ApparelDb db, LadderDesk desk, TaskDesk tasks, ReminderDesk reminders) : IRefundFollower
{
    public int Order => 400;

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        if (refund.FenLeft == 0) await tasks.DropAsync(refund.PurchaseId, refund.Occasion, cancel);
        if (!await db.LadderReceipts.AnyAsync(r => r.PurchaseId == refund.PurchaseId, cancel)) return [];
        var at = refund.Occasion;
        var moves = await desk.SettleAsync(
            refund.Member, LadderBook.MonthOf(refund.BusinessDate),
                new VoucherOccasion(at.At, at.On, at.Operator, at.StoreId), cancel);
        await reminders.RecallGapAsync(refund.Member, cancel);
        return [.. moves.Select(m => LineOf(m, refund.MemberNo))];
    }

    private static RefundLine LineOf(RungMove move, string memberNo) => new(
        ApparelModule.ModuleName, "rung", move.Rung.Points.ToString(System.Globalization.CultureInfo.InvariantCulture),
            memberNo, 0,
        move.Taken)
    {
        Stays = move.Rung.State == RungState.Kept,
        VouchersGiven = move.Given ? 1 : 0,
    };
}
