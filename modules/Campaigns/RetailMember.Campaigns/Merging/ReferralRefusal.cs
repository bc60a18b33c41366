using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;

namespace RetailMember.Campaigns.Merging;

/// <summary>Refuses referrals that a merge shows to be none, and takes back what they gave.</summary>
internal sealed class ReferralRefusal(CampaignsDb db, AwardTaker taker, CampaignClock clock)
{
    /// <summary>The members are held by the caller.</summary>
    public async Task RefuseAsync(Referral referral, string why, string awardsWhy, CancellationToken cancel)
    {
        var awards = await db.Awards.AsNoTracking()
            .Where(a => a.ReferralId == referral.Id && a.State == AwardState.Given).OrderBy(a => a.Id).ToListAsync(cancel);
        foreach (var award in awards) await taker.TakeAsync(award, awardsWhy, clock.Now(), cancel);
        (referral.State, referral.Why) = (ReferralState.Refused, why);
        (referral.PurchaseId, referral.SucceededAt, referral.SucceededOn) = (null, null, null);
    }
}
