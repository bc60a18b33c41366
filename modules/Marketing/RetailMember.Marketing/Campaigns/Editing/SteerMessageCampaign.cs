using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>Sends an approved campaign off: it begins at its time, or with the next minute.</summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class ScheduleMessageCampaign(CampaignShelf shelf) : UseCase<ScheduleMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        CampaignShelf.Require(campaign, MessageCampaignState.Approved);
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        terms.RequireToCome(call.RequiredBrand, call.At);
        campaign.DueAt = terms.StartsAt is { } at ? call.RequiredBrand.UtcOf(at) : call.At;
        campaign.State = MessageCampaignState.Scheduled;
        return await shelf.ViewAsync(campaign, cancel);
    }

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}

/// <summary>Lets nothing more of a campaign out until it is resumed; at once, whatever is queued.</summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class PauseMessageCampaign(CampaignShelf shelf, MessageQueue queue)
    : UseCase<PauseMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        CampaignShelf.Require(campaign, MessageCampaignState.Running);
        await queue.HoldAsync(campaign.Id, cancel);
        campaign.State = MessageCampaignState.Paused;
        return await shelf.ViewAsync(campaign, cancel);
    }

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}

/// <summary>Lets a paused campaign go on.</summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class ResumeMessageCampaign(CampaignShelf shelf, MessageQueue queue)
    : UseCase<ResumeMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        CampaignShelf.Require(campaign, MessageCampaignState.Paused);
        await queue.ReleaseAsync(campaign.Id, cancel);
        campaign.State = MessageCampaignState.Running;
        return await shelf.ViewAsync(campaign, cancel);
    }

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}

/// <summary>Ends a campaign for good: what was not handed over never will be.</summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class StopMessageCampaign(CampaignShelf shelf) : UseCase<StopMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        CampaignShelf.Require(
            campaign, MessageCampaignState.Approved, MessageCampaignState.Scheduled, MessageCampaignState.Running,
            MessageCampaignState.Paused);
        await shelf.StopAsync(campaign, RecipientState.Stopped, call, cancel);
        return await shelf.ViewAsync(campaign, cancel);
    }

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}
