using RetailMember.Membership;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Gifts;

/// <summary>Takes gifts back, with a refund and in its own transaction, that have lost their reason by it.</summary>
internal sealed class GiftFollower(GiftJudge judge) : IRefundFollower
{
    public int Order => 200;

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        var lost = await judge.JudgeAsync(
            [new GiftCause(refund.Member, null, refund.BusinessDate, Reviews: true)],
            refund.Occasion.ForVouchers(), cancel);
        return [.. lost.Select(l => new RefundLine("Redemption", "gift", l.Rule, refund.MemberNo, 0, l.Things))];
    }
}
