using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Ledger;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Auditing;

/// <summary>
/// This module's share of the proof of the books: budgets against awards, awards against what Membership recorded of them
/// (which it holds against the ledger), referrals against their awards.
/// </summary>
internal sealed class CampaignChecks(CampaignsDb db, IMemberAwards members) : IBookCheck
{
    private const string Prefix = "campaign/";

    public string Module => "Campaigns";

    public async Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel)
    {
        var found = new List<BookFault>();
        foreach (var (code, wrong) in Wrong())
        {
            var count = await wrong.LongCountAsync(cancel);
            if (count > 0) found.Add(new BookFault(code, count, await wrong.OrderBy(f => f).FirstAsync(cancel)));
        }

        found.AddRange(await RecordsDifferAsync(cancel));
        return found;
    }

    private IEnumerable<(string Code, IQueryable<string> Wrong)> Wrong() =>
    [
        ("campaign-spent-is-not-awards", db.Campaigns.Where(c =>
            c.SpentPoints != db.Awards.Where(a => a.CampaignId == c.Id).Sum(a => a.Points - a.PointsTaken)
            || c.SpentAwards != db.Awards.LongCount(a => a.CampaignId == c.Id && a.State == AwardState.Given)).Select(c => c.Code)),
        ("campaign-budget-exceeded", db.Campaigns.Where(c =>
            c.SpentPoints > c.BudgetPoints || c.SpentAwards > c.BudgetAwards).Select(c => c.Code)),
        ("referral-is-not-awards", db.Referrals.Where(r =>
            r.State != ReferralState.Succeeded
            && db.Awards.Any(a => a.ReferralId == r.Id && a.State == AwardState.Given)
            // A person may take one side's award back and leave the other's.
            && !db.Awards.Any(a => a.ReferralId == r.Id && a.TakenByHand)).Select(r => r.Id.ToString())),
    ];

    /// <summary>Each award of a campaign stands with its member as it was given, and each that stands there is a campaign's.</summary>
    private async Task<IEnumerable<BookFault>> RecordsDifferAsync(CancellationToken cancel)
    {
        var compared = await members.CompareAsync(
            Prefix, await db.Awards.LongCountAsync(cancel),
            (ids, c) => db.Awards.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id))
                .ToDictionaryAsync(
                    a => a.Id, a => new GivenAward(a.Points, a.PointsTaken, a.Growth, a.State == AwardState.Revoked), c),
            cancel);
        var faults = new List<BookFault>(2);
        if (compared.Differing > 0)
            faults.Add(new BookFault("campaign-award-is-not-recorded", compared.Differing, compared.FirstDiffering));
        if (compared.Stray > 0) faults.Add(new BookFault("award-without-campaign", compared.Stray, compared.FirstStray));
        return faults;
    }
}
