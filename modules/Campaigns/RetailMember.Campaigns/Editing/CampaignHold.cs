using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Editing;

/// <summary>Holds a campaign whose state is to change, and says whether it may give.</summary>
internal sealed class CampaignHold(CampaignsDb db, IRows rows, CampaignShelf shelf)
{
    /// <summary>
    /// The campaign as it stands now, to be changed through the context. Until the transaction ends none of its kind is
    /// activated or stopped, and nothing is taken of its budget.
    /// </summary>
    public async Task<Campaign> HoldAsync(string code, CancellationToken cancel)
    {
        var campaign = await shelf.FindAsync(code, cancel);
        var ofKind = await db.Campaigns.Where(c => c.Kind == campaign.Kind && c.State != CampaignState.Ended)
            .Select(c => c.Id).ToListAsync(cancel);
        await rows.LockAsync<Campaign, Guid>(c => c.Id, [.. ofKind.Append(campaign.Id).Distinct()], cancel);
        await db.Entry(campaign).ReloadAsync(cancel);
        return campaign;
    }

    /// <summary>
    /// Its budget must leave an award, and nothing is rewarded twice: a behaviour and a referral by one campaign at a time.
    /// </summary>
    public async Task RequireMayGiveAsync(Campaign campaign, CampaignTerms terms, CancellationToken cancel)
    {
        if (!campaign.HasRoomFor(terms.LeastPoints, terms.AwardsEach))
            throw new Refusal("campaigns.budget-too-small", RefusalKind.Conflict, ("campaign", campaign.Code));
        if (await shelf.RivalAsync(campaign.Id, terms, cancel) is { } other)
            throw new Refusal("campaigns.rewarded-already", RefusalKind.Conflict, ("campaign", other.Code));
    }
}
