using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Editing;

/// <summary>Lets an active campaign give nothing until it is resumed.</summary>
[Needs(CampaignsPermissions.RunCampaigns)]
internal sealed class PauseCampaign(CampaignSteering steering) : UseCase<PauseCampaign.Input, CampaignView>
{
    protected override Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        steering.TurnAsync(input.Campaign, CampaignState.Paused, call, cancel, CampaignState.Active);

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}

/// <summary>Lets a campaign go on that was paused, or had spent a budget that has room again.</summary>
[Needs(CampaignsPermissions.RunCampaigns)]
internal sealed class ResumeCampaign(CampaignSteering steering) : UseCase<ResumeCampaign.Input, CampaignView>
{
    protected override Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        steering.TurnAsync(input.Campaign, CampaignState.Active, call, cancel, CampaignState.Paused, CampaignState.Spent);

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}

/// <summary>Stops a campaign for good. What it gave is still taken back where its reason falls away.</summary>
[Needs(CampaignsPermissions.RunCampaigns)]
internal sealed class EndCampaign(CampaignSteering steering) : UseCase<EndCampaign.Input, CampaignView>
{
    protected override Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        steering.TurnAsync(
            input.Campaign, CampaignState.Ended, call, cancel,
            CampaignState.Draft, CampaignState.Active, CampaignState.Paused, CampaignState.Spent);

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}

/// <summary>Turns campaigns from one state to another.</summary>
internal sealed class CampaignSteering(CampaignsDb db, CampaignHold hold)
{
    public async Task<CampaignView> TurnAsync(
        string code, CampaignState to, CallContext call, CancellationToken cancel, params CampaignState[] from)
    {
        var campaign = await hold.HoldAsync(code, cancel);
        if (!from.Contains(campaign.State))
            throw new Refusal("campaigns.not-in-this-state", RefusalKind.Conflict, ("campaign", code));
        var versions = await db.CampaignVersions.Where(v => v.CampaignId == campaign.Id).ToListAsync(cancel);
        var view = CampaignView.Of(campaign, versions);
        if (to == CampaignState.Active)
        {
            await hold.RequireMayGiveAsync(campaign, view.Terms, cancel);
            (campaign.RefusedWhy, campaign.RefusedAt) = (null, null);
        }

        (campaign.State, campaign.EditedBy, campaign.EditedAt) = (to, call.Caller.Name, call.At);
        return CampaignView.Of(campaign, versions);
    }
}
