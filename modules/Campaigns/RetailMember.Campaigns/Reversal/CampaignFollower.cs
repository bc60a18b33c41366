using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Purchases;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Values;

namespace RetailMember.Campaigns.Reversal;

/// <summary>
/// Takes back, with a refund, what campaigns gave for the purchase: its own awards in proportion to the money that is left,
/// wholly where that is less than they ask for, a friend's first purchase on both sides, sprints that have too few
/// purchases now. By what was recorded: whether the campaign has changed or ended since does not matter.
/// </summary>
internal sealed class CampaignFollower(
    CampaignsDb db, CampaignShelf shelf, IMemberNumbers numbers, AwardTaker taker, ReferralReversal referrals, SprintJudge sprints)
    : IRefundFollower
{
    /// <summary>Why awards are taken that a refund takes.</summary>
    public const string Why = "refund";

    public int Order => 100;

    /// <summary>Who brought the buyer may lose his award, and members are locked before any account.</summary>
    public Task HoldAsync(Guid purchase, Guid member, CancellationToken cancel) => referrals.HoldAsync(purchase, cancel);

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        List<(string Kind, TakenBack Back)> taken = [.. Named("campaign-award", await OfPurchaseAsync(refund, cancel))];
        var referral = await referrals.UndoAsync(refund, cancel);
        taken.AddRange(Named("referral-award", referral.Taken));
        taken.AddRange(Named(
            "sprint", await sprints.ReviewAsync(refund.Member, refund.BusinessDate, Why, refund.Occasion, cancel)));
        return await LinesAsync(taken, referral.Again, cancel);

        static IEnumerable<(string, TakenBack)> Named(string kind, IReadOnlyList<TakenBack> taken) =>
            taken.Where(t => t.IsAnything).Select(t => (kind, t));
    }

    /// <summary>Awards of the purchase alone; those of referrals and sprints have a reason of their own.</summary>
    private async Task<IReadOnlyList<TakenBack>> OfPurchaseAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        var awards = await db.Awards.AsNoTracking()
            .Where(a => a.PurchaseId == refund.PurchaseId && a.State == AwardState.Given && a.BaseFen > 0 && a.ReferralId == null)
            .OrderBy(a => a.Id).ToListAsync(cancel);
        if (awards.Count == 0) return [];
        var versions = await shelf.OfVersionsAsync([.. awards.Select(a => a.CampaignId).Distinct()], cancel);
        var (left, taken) = (new Money(refund.MoneyFenLeft), new List<TakenBack>());
        foreach (var award in awards)
            taken.Add(CampaignJudge.IsEnough(versions[(award.CampaignId, award.Number)].Terms, left)
                ? await taker.ReduceAsync(award, award.Points, refund, Why, cancel)
                : await taker.TakeAsync(award, Why, refund.Occasion, cancel));
        return taken;
    }

    private async Task<IReadOnlyList<RefundLine>> LinesAsync(
        List<(string Kind, TakenBack Back)> taken, IReadOnlyList<Award> again, CancellationToken cancel)
    {
        Award[] all = [.. taken.Select(t => t.Back.Award), .. again];
        if (all.Length == 0) return [];
        Guid[] campaigns = [.. all.Select(a => a.CampaignId).Distinct()];
        var codes = await db.Campaigns.AsNoTracking().Where(c => EF.Parameter(campaigns).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Code, cancel);
        var names = await numbers.OfAsync([.. all.Select(a => a.MemberId).Distinct()], cancel);
        return
        [
            .. taken.Select(t => LineOf(t.Kind, t.Back.Award, t.Back.Points, t.Back.Vouchers)),
            .. again.Select(a => LineOf("referral-award-again", a, 0, 0) with { PointsGiven = a.Points, VouchersGiven = a.Vouchers }),
        ];

        RefundLine LineOf(string kind, Award award, long points, int vouchers) => new(
            "Campaigns", kind, codes[award.CampaignId], names.GetValueOrDefault(award.MemberId) ?? "", points, vouchers);
    }
}
