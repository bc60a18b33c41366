using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Purchases;
using RetailMember.Campaigns.Referrals;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Reversal;

/// <summary>
/// Takes back, with a refund, what campaigns gave for the purchase: its own awards in proportion to the money that is left,
/// a friend's first purchase on both sides, sprints that have too few purchases now. By what was recorded: whether the
/// campaign has changed or ended since does not matter.
/// </summary>
internal sealed class CampaignFollower(
    CampaignsDb db, IMemberAwards members, IMemberNumbers numbers, AwardTaker taker, SprintJudge sprints) : IRefundFollower
{
    private const string Why = "refund";

    public int Order => 100;

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        var taken = new List<(string Kind, TakenBack Back)>();
        foreach (var award in await OfPurchaseAsync(refund, cancel))
            taken.Add(("campaign-award", await ReduceAsync(award, refund, cancel)));
        if (refund.FenLeft == 0) taken.AddRange(await ReferralsAsync(refund, cancel));
        taken.AddRange((await sprints.ReviewAsync(refund.Member, refund.BusinessDate, Why, refund.Occasion, cancel))
            .Select(t => ("sprint", t)));
        return await LinesAsync([.. taken.Where(t => t.Back.IsAnything)], cancel);
    }

    /// <summary>Awards of the purchase alone; those of referrals and sprints have a reason of their own.</summary>
    private async Task<List<Award>> OfPurchaseAsync(RefundedReceipt refund, CancellationToken cancel) =>
        await db.Awards.AsNoTracking()
            .Where(a => a.PurchaseId == refund.PurchaseId && a.State == AwardState.Given && a.BaseFen > 0)
            .OrderBy(a => a.Id).ToListAsync(cancel);

    private Task<TakenBack> ReduceAsync(Award award, RefundedReceipt refund, CancellationToken cancel) =>
        refund.MoneyFenLeft <= 0
            ? taker.TakeAsync(award, Why, refund.Occasion, cancel)
            : taker.TakePointsAsync(
                award, Kept(award, refund.MoneyFenBefore) - Kept(award, refund.MoneyFenLeft), Why, refund.Occasion, cancel);

    /// <summary>Whole points that this much money keeps of the award.</summary>
    private static long Kept(Award award, long money) => (long)((Int128)award.Points * Math.Min(money, award.BaseFen) / award.BaseFen);

    private async Task<IReadOnlyList<(string Kind, TakenBack Back)>> ReferralsAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        var referral = await db.Referrals.SingleOrDefaultAsync(
            r => r.PurchaseId == refund.PurchaseId && r.State == ReferralState.Succeeded, cancel);
        if (referral is null) return [];
        await members.HoldAsync([referral.ReferrerId], cancel);
        var awards = await db.Awards.AsNoTracking()
            .Where(a => a.ReferralId == referral.Id && a.State == AwardState.Given).OrderBy(a => a.Role).ToListAsync(cancel);
        var taken = new List<(string, TakenBack)>();
        foreach (var award in awards) taken.Add(("referral-award", await taker.TakeAsync(award, Why, refund.Occasion, cancel)));
        // The friend's next purchase is his first one then.
        (referral.State, referral.Why, referral.PurchaseId) = (ReferralState.Waiting, ReferralWhy.Refunded, null);
        (referral.SucceededAt, referral.SucceededOn) = (null, null);
        return taken;
    }

    private async Task<IReadOnlyList<RefundLine>> LinesAsync(
        IReadOnlyList<(string Kind, TakenBack Back)> taken, CancellationToken cancel)
    {
        if (taken.Count == 0) return [];
        Guid[] campaigns = [.. taken.Select(t => t.Back.Award.CampaignId).Distinct()];
        var codes = await db.Campaigns.AsNoTracking().Where(c => EF.Parameter(campaigns).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Code, cancel);
        var names = await numbers.OfAsync([.. taken.Select(t => t.Back.Award.MemberId).Distinct()], cancel);
        return
        [
            .. taken.Select(t => new RefundLine(
                "Campaigns", t.Kind, codes[t.Back.Award.CampaignId], names.GetValueOrDefault(t.Back.Award.MemberId) ?? "",
                t.Back.Points, t.Back.Vouchers)),
        ];
    }
}
