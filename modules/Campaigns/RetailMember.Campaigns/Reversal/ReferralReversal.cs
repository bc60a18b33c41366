using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Values;

namespace RetailMember.Campaigns.Reversal;

/// <summary>
/// Takes back what a friend's first purchase brought: the referrer's part that goes by money with the money; both sides
/// wholly where too little is left, and the friend's first other purchase that is enough counts then.
/// </summary>
internal sealed class ReferralReversal(
    CampaignsDb db, CampaignShelf shelf, IMemberAwards members, AwardTaker taker, ReferralJudge judge)
{
    /// <summary>Locks both sides of the referral that a purchase completed.</summary>
    public async Task HoldAsync(Guid purchase, CancellationToken cancel)
    {
        if (await Completed(purchase).AsNoTracking().SingleOrDefaultAsync(cancel) is { } referral)
            await members.HoldAsync([referral.ReferrerId, referral.FriendId], cancel);
    }

    public async Task<ReferralUndone> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        if (await Completed(refund.PurchaseId).SingleOrDefaultAsync(cancel) is not { } referral) return new([], []);
        var standing = await members.HoldAsync([referral.ReferrerId, referral.FriendId], cancel);
        var awards = await db.Awards.AsNoTracking()
            .Where(a => a.ReferralId == referral.Id && a.PurchaseId == refund.PurchaseId)
            .OrderBy(a => a.Role).ToListAsync(cancel);
        var versions = await shelf.OfVersionsAsync([.. awards.Select(a => a.CampaignId).Distinct()], cancel);
        var terms = versions[(awards[0].CampaignId, awards[0].Number)].Terms;
        var enough = CampaignJudge.IsEnough(terms, new Money(refund.MoneyFenLeft));
        var taken = new List<TakenBack>();
        foreach (var award in awards.Where(a => a.State == AwardState.Given))
            if (!enough) taken.Add(await taker.TakeAsync(award, CampaignFollower.Why, refund.Occasion, cancel));
            else if (award.BaseFen > 0)
                taken.Add(await taker.ReduceAsync(
                    award, award.Points - terms.Prize.Points, refund, CampaignFollower.Why, cancel));
        if (enough) return new(taken, []);
        // What a person took back from one side is not given again with the other's.
        (referral.State, referral.Why) = awards.Exists(a => a.TakenByHand)
            ? (ReferralState.Refused, ReferralWhy.Declined)
            : (ReferralState.Waiting, ReferralWhy.Refunded);
        (referral.PurchaseId, referral.SucceededAt, referral.SucceededOn) = (null, null, null);
        if (referral.State == ReferralState.Waiting) await judge.BoughtBeforeAsync(referral, standing, cancel);
        return new(taken, referral.PurchaseId is null ? [] : await GivenAgainAsync(referral, cancel));
    }

    private async Task<IReadOnlyList<Award>> GivenAgainAsync(Referral referral, CancellationToken cancel) =>
        await db.Awards.AsNoTracking()
            .Where(a => a.ReferralId == referral.Id && a.PurchaseId == referral.PurchaseId && a.State == AwardState.Given)
            .OrderBy(a => a.Role).ToListAsync(cancel);

    /// <summary>Also where a person has taken one side's award back since.</summary>
    private IQueryable<Referral> Completed(Guid purchase) => db.Referrals.Where(
        r => r.PurchaseId == purchase && (r.State == ReferralState.Succeeded || r.State == ReferralState.Refused));
}

/// <param name="Again">What both sides got for another purchase instead.</param>
internal sealed record ReferralUndone(IReadOnlyList<TakenBack> Taken, IReadOnlyList<Award> Again);
