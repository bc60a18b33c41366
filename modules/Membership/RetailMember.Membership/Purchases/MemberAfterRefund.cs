using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Takes a refunded share off the member's metrics, and with it the tier that they no longer carry. Where the receipt's
/// period has ended, or a promotion has begun the metrics anew, the periods since are judged again without the share: the
/// member stands where he would without it, and what a person granted since stays as granted.
/// </summary>
internal sealed class MemberAfterRefund(MemberPasts pasts)
{
    /// <summary>Returns the changes of tier, oldest first; the member is changed in place, the receipt is not yet.</summary>
    public async Task<IReadOnlyList<TierChange>> ApplyAsync(
        Member member, Purchase purchase, RefundShares shares, Refund refund, BrandProgrammes programmes, CallContext call,
        CancellationToken cancel)
    {
        var calendar = new QualificationCalendar(programmes, call.RequiredBrand);
        var changes = QualificationPeriods.Enter(member, refund.BusinessDate, calendar, call.At).ToList();
        var lost = shares.Of(new TierMetrics
        {
            SpendFen = purchase.EarningFen,
            Purchases = purchase.PaidFen > 0 ? 1 : 0,
            Growth = purchase.Growth,
            PointsEarned = purchase.Points - purchase.AddedPoints,
        });
        member.Lifetime = member.Lifetime.Minus(lost);

        var version = programmes.At(call.At);
        var ladder = version.Programme.Ladder;
        // A promotion that resets may have used up a receipt of any epoch, once refunds have moved it to another day.
        var counts = purchase.MetricsEpoch == member.MetricsEpoch && !programmes.ResetOnPromotion;
        var after = counts
            ? WithinPeriod(member, lost, ladder)
            : JudgeAnew(
                member, await PastAsync(), new DayTotal(purchase.BusinessDate, purchase.MetricsEpoch, lost), calendar, ladder);
        if (after.Code != member.Tier)
            changes.Add(QualificationPeriods.Change(
                member, after.Code, TierChangeReason.Refund, version.Number, call.At, refund.BusinessDate, refund.Id));
        return changes;

        // With the reviews that were made just now, as if the night had made them.
        async Task<MemberPast> PastAsync()
        {
            var past = (await pasts.OfAsync([member.Id], cancel))[member.Id];
            foreach (var change in changes) past.Add(change);
            return past;
        }
    }

    /// <summary>The tier left where the receipt counts in the running metrics.</summary>
    public static CompiledTier WithinPeriod(Member member, in TierMetrics lost, TierLadder ladder)
    {
        member.Metrics = member.Metrics.Minus(lost);
        var held = ladder.Held(member.Tier, member.Metrics);
        return ladder.AfterRefund(held, ladder.Held(member.CarriedTier, member.Metrics), member.Metrics);
    }

    /// <summary>The tier left with all periods judged again without the share, which <paramref name="past"/> then lacks.</summary>
    public static CompiledTier JudgeAnew(
        Member member, MemberPast past, in DayTotal lost, QualificationCalendar calendar, TierLadder ladder)
    {
        var with = new TierReplay(calendar, member, past).Run();
        past.Add(lost with { Metrics = default(TierMetrics).Minus(lost.Metrics) });
        var without = new TierReplay(calendar, member, past).Run();
        member.Metrics = member.Metrics.Plus(without.Metrics).Minus(with.Metrics).OrNothing();
        if (ladder.AfterRefundAnew(Held(member.CarriedTier), Held(with.Carried), Held(without.Carried)) is { } carried)
            member.CarriedTier = carried.Code;
        var held = Held(member.Tier);
        return ladder.AfterRefundAnew(held, Held(with.Tier), Held(without.Tier)) ?? held;

        CompiledTier Held(string code) => ladder.Held(code, member.Metrics);
    }
}
