using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Editing;

/// <summary>
/// Puts a draft into force: from now on it decides, and changes no more. Its worked examples must come true, what it names
/// must be there, and its budget must leave at least one award.
/// </summary>
[Needs(CampaignsPermissions.RunCampaigns)]
internal sealed class ActivateCampaign(CampaignsDb db, CampaignHold hold, CampaignNames names)
    : UseCase<ActivateCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await hold.HoldAsync(input.Campaign, cancel);
        if (campaign.State == CampaignState.Ended)
            throw new Refusal("campaigns.campaign-ended", RefusalKind.Conflict, ("campaign", input.Campaign));
        var versions = await db.CampaignVersions.Where(v => v.CampaignId == campaign.Id).ToListAsync(cancel);
        var draft = versions.SingleOrDefault(v => v.State == CampaignVersionState.Draft)
            ?? throw new Refusal("campaigns.no-draft", RefusalKind.Conflict, ("campaign", input.Campaign));
        var terms = CampaignShelf.TermsOf(draft.Terms);
        if (terms.To < call.RequiredBrand.DateOf(call.At))
            throw new Refusal("campaigns.campaign-is-over", RefusalKind.Conflict, ("campaign", input.Campaign));
        RequireExamples(terms);
        await names.RequireAsync(terms, call, cancel);
        foreach (var version in versions.Where(v => v.State == CampaignVersionState.InForce))
            version.State = CampaignVersionState.Replaced;
        (draft.State, draft.ActivatedAt) = (CampaignVersionState.InForce, call.At);
        (campaign.Number, campaign.State) = (draft.Number, CampaignState.Active);
        (campaign.BudgetPoints, campaign.BudgetAwards) = (terms.BudgetPoints, terms.BudgetAwards);
        (campaign.RefusedWhy, campaign.RefusedAt) = (null, null);
        (campaign.EditedBy, campaign.EditedAt) = (call.Caller.Name, call.At);
        await hold.RequireMayGiveAsync(campaign, terms, cancel);
        return CampaignView.Of(campaign, versions);
    }

    private static void RequireExamples(CampaignTerms terms)
    {
        if (terms.Examples.Count == 0) throw new Refusal("campaigns.examples-missing", RefusalKind.Conflict);
        if (ExampleRun.Of(terms).FirstOrDefault(e => !e.Passed) is { } failed)
            throw new Refusal("campaigns.examples-fail", RefusalKind.Conflict, ("example", failed.Title));
    }

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}
