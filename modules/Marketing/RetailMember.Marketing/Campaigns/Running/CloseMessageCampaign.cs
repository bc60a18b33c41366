using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>Ends a running campaign once nothing of it waits any more; otherwise leaves it as it is.</summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class CloseMessageCampaign(MarketingDb db, CampaignShelf shelf) : UseCase<CloseMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        if (campaign.State == MessageCampaignState.Running && !await IsBusyAsync(campaign.Id, cancel))
        {
            campaign.State = campaign.EndedFor is null ? MessageCampaignState.Finished : MessageCampaignState.Stopped;
            campaign.EndedAt = call.At;
        }

        return CampaignView.Of(campaign);
    }

    private async Task<bool> IsBusyAsync(Guid id, CancellationToken cancel) =>
        await db.CampaignMembers.AnyAsync(m => m.CampaignId == id && m.State == RecipientState.Waiting, cancel)
        || await db.Messages.AnyAsync(
            m => m.BatchId == id && (m.State == MessageState.Queued || m.State == MessageState.HandingOver), cancel);

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}
