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
    CampaignsDb db, CampaignShelf shelf, IMemberAwards members, IMemberNumbers numbers, AwardTaker taker, SprintJudge sprints)
    : IRefundFollower
{
    private const string Why = "refund";

    public int Order => 100;

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        List<(string Kind, TakenBack Back)> taken = [.. await OfPurchaseAsync(refund, cancel)];
        taken.AddRange(await (refund.FenLeft == 0 ? ReferralsAsync(refund, cancel) : RatedReferralsAsync(refund, cancel)));
        taken.AddRange((await sprints.ReviewAsync(refund.Member, refund.BusinessDate, Why, refund.Occasion, cancel))
            .Select(t => ("sprint", t)));
        return await LinesAsync([.. taken.Where(t => t.Back.IsAnything)], cancel);
    }

    /// <summary>Awards of the purchase alone; those of referrals and sprints have a reason of their own.</summary>
    private async Task<IReadOnlyList<(string Kind, TakenBack Back)>> OfPurchaseAsync(
        RefundedReceipt refund, CancellationToken cancel)
    {
        var taken = new List<(string, TakenBack)>();
        foreach (var award in await RatedAsync(refund, ofReferrals: false, cancel))
            taken.Add((
                "campaign-award",
                refund.MoneyFenLeft <= 0
                    ? await taker.TakeAsync(award, Why, refund.Occasion, cancel)
                    : await ReduceAsync(award, award.Points, refund, cancel)));
        return taken;
    }

    /// <summary>Of what the referrer has for the friend's purchase, the part that goes by its money.</summary>
    private async Task<IReadOnlyList<(string Kind, TakenBack Back)>> RatedReferralsAsync(
        RefundedReceipt refund, CancellationToken cancel)
    {
        var awards = await RatedAsync(refund, ofReferrals: true, cancel);
        if (awards.Count == 0) return [];
        await members.HoldAsync([.. awards.Select(a => a.MemberId).Distinct()], cancel);
        var versions = await shelf.OfVersionsAsync([.. awards.Select(a => a.CampaignId).Distinct()], cancel);
        var taken = new List<(string, TakenBack)>();
        foreach (var award in await RatedAsync(refund, ofReferrals: true, cancel))
        {
            var rated = award.Points - versions[(award.CampaignId, award.Number)].Terms.Prize.Points;
            taken.Add(("referral-award", await ReduceAsync(award, rated, refund, cancel)));
        }

        return taken;
    }

    private async Task<List<Award>> RatedAsync(RefundedReceipt refund, bool ofReferrals, CancellationToken cancel) =>
        await db.Awards.AsNoTracking()
            .Where(a => a.PurchaseId == refund.PurchaseId && a.State == AwardState.Given && a.BaseFen > 0
                && (a.ReferralId != null) == ofReferrals)
            .OrderBy(a => a.Id).ToListAsync(cancel);

    /// <param name="award">Whose money has become less.</param>
    /// <param name="rated">Points of it that go by the money.</param>
    /// <param name="refund">By how much.</param>
    /// <param name="cancel">Cancels.</param>
    private Task<TakenBack> ReduceAsync(Award award, long rated, RefundedReceipt refund, CancellationToken cancel) =>
        taker.TakePointsAsync(
            award, Kept(rated, award.BaseFen, refund.MoneyFenBefore) - Kept(rated, award.BaseFen, refund.MoneyFenLeft), Why,
            refund.Occasion, cancel);

    /// <summary>Whole points that this much money keeps.</summary>
    private static long Kept(long points, long ofFen, long money) =>
        (long)((Int128)points * Math.Clamp(money, 0, ofFen) / ofFen);

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
