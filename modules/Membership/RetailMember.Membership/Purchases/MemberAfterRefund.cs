using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>Takes a refunded share off the member's metrics and undoes a promotion that they no longer carry.</summary>
internal static class MemberAfterRefund
{
    public static TierChange? Apply(
        Member member, Purchase purchase, Clawback share, Refund refund, ProgrammeInForce version)
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

        // What counted in an ended period was judged there.
        if (purchase.MetricsEpoch != member.MetricsEpoch) return null;
        member.Metrics = member.Metrics.Minus(lost);
        var ladder = version.Programme.Ladder;
        var held = ladder.Held(member.Tier, member.Metrics);
        var after = ladder.AfterRefund(held, ladder.Held(member.CarriedTier, member.Metrics), member.Metrics);
        return after.Code == member.Tier
            ? null
            : QualificationPeriods.Change(
                member, after.Code, TierChangeReason.Refund, version.Number, refund.OccurredAt, refund.BusinessDate, refund.Id);
    }
}
