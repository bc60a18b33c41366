using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>Takes a refunded share off the member's metrics and undoes a promotion that they no longer carry.</summary>
internal static class MemberAfterRefund
{
    public static TierChange? Apply(
        Member member, Purchase purchase, RefundShares share, Refund refund, ProgrammeInForce version)
    {
        var gained = new TierMetrics
        {
            SpendFen = purchase.EarningFen,
            Purchases = purchase.PaidFen > 0 ? 1 : 0,
            Growth = purchase.Growth,
            PointsEarned = purchase.Points - purchase.AddedPoints,
        };
        var lost = share.Of(gained);
        member.LifetimeSpendFen -= lost.SpendFen;
        member.LifetimePurchases -= lost.Purchases;

        var ladder = version.Programme.Ladder;
        if (purchase.MetricsEpoch == member.MetricsEpoch) member.Metrics = member.Metrics.Minus(lost);
        else if (CountsTheLifetime(ladder, member, refund)) member.Metrics = WithinLifetime(member);
        else return null; // What counted in an ended period was judged there.
        var held = ladder.Held(member.Tier, member.Metrics);
        var after = ladder.AfterRefund(held, ladder.Held(member.CarriedTier, member.Metrics), member.Metrics);
        return after.Code == member.Tier
            ? null
            : QualificationPeriods.Change(
                member, after.Code, TierChangeReason.Refund, version.Number, refund.OccurredAt, refund.BusinessDate, refund.Id);
    }

    /// <summary>A lifetime began with what earlier periods had counted, so their receipts belong to it.</summary>
    private static bool CountsTheLifetime(TierLadder ladder, Member member, Refund refund) =>
        !ladder.ResetsOnPromotion && ladder.PeriodAt(refund.BusinessDate, member.JoinedOn).IsEndless;

    private static TierMetrics WithinLifetime(Member member) => member.Metrics with
    {
        SpendFen = Math.Min(member.Metrics.SpendFen, member.LifetimeSpendFen),
        Purchases = Math.Min(member.Metrics.Purchases, member.LifetimePurchases),
    };
}
