using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Data;
using RetailMember.Events;

namespace RetailMember.Campaigns.Awards;

/// <summary>
/// Reserves awards of budgets, in the transaction of the award itself: the write says whether there was room, so that
/// however many ask at once no more is given than there is. A campaign with no room for a further award stops itself.
/// </summary>
internal sealed class BudgetBook(CampaignsDb db, CampaignShelf shelf, IRows rows, IEvents events)
{
    /// <summary>Until the transaction ends nobody else takes of these budgets; locked in the order of their keys.</summary>
    public Task HoldAsync(IEnumerable<KnownCampaign> campaigns, CancellationToken cancel) =>
        rows.LockAsync<Campaign, Guid>(c => c.Id, [.. campaigns.Select(c => c.Id).Distinct()], cancel);

    /// <summary>Null where it was reserved; else the code of why not.</summary>
    public async Task<string?> TryTakeAsync(KnownCampaign campaign, long points, int awards, CancellationToken cancel)
    {
        var taken = await db.Campaigns
            .Where(c => c.Id == campaign.Id && c.State == CampaignState.Active
                && (c.BudgetPoints == null || c.SpentPoints + points <= c.BudgetPoints)
                && (c.BudgetAwards == null || c.SpentAwards + awards <= c.BudgetAwards))
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.SpentPoints, c => c.SpentPoints + points)
                    .SetProperty(c => c.SpentAwards, c => c.SpentAwards + awards),
                cancel);
        if (taken == 0)
            return await db.Campaigns.AnyAsync(
                c => c.Id == campaign.Id && (c.State == CampaignState.Active || c.State == CampaignState.Spent), cancel)
                ? CampaignRefusals.BudgetSpent
                : CampaignRefusals.NotActive;
        return null;
    }

    /// <summary>Stops the campaign where its budget leaves no further award.</summary>
    public async Task StopIfSpentAsync(KnownCampaign campaign, CancellationToken cancel)
    {
        var now = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign.Id, cancel);
        // Another version may have come into force meanwhile: with its award the campaign looks again.
        if (now.State != CampaignState.Active || now.Number != campaign.Number
            || now.HasRoomFor(campaign.Terms.LeastPoints, campaign.Terms.AwardsEach))
            return;
        await db.Campaigns.Where(c => c.Id == campaign.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CampaignState.Spent), cancel);
        events.Add(new CampaignSpent(now.BrandId, now.Code, now.Number, now.SpentPoints, now.SpentAwards));
    }

    /// <summary>Says to head office that an award could not be given that a member had earned.</summary>
    public Task NoteRefusalAsync(KnownCampaign campaign, string why, DateTime at, CancellationToken cancel) =>
        db.Campaigns.Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.RefusedWhy, why).SetProperty(c => c.RefusedAt, at), cancel);

    /// <summary>Puts back what was reserved or taken back. A campaign that had stopped itself goes on where it has room again.</summary>
    public async Task GiveBackAsync(Guid campaign, long points, int awards, CancellationToken cancel)
    {
        if (points == 0 && awards == 0) return;
        await db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.SpentPoints, c => c.SpentPoints - points)
                .SetProperty(c => c.SpentAwards, c => c.SpentAwards - awards),
            cancel);
        var now = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign, cancel);
        if (now.State != CampaignState.Spent) return;
        var terms = (await shelf.OfVersionsAsync([campaign], cancel))[(campaign, now.Number)].Terms;
        // Another may reward the same by now.
        if (!now.HasRoomFor(terms.LeastPoints, terms.AwardsEach) || await shelf.RivalAsync(campaign, terms, cancel) is not null) return;
        await db.Campaigns.Where(c => c.Id == campaign && c.State == CampaignState.Spent)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CampaignState.Active), cancel);
    }
}
