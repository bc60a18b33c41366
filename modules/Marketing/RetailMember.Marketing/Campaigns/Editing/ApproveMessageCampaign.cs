using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>
/// Approves the draft of another person, who has seen count, sample and cost. From now on its segment and its words are
/// those of this moment, whatever is edited later.
/// </summary>
[Needs(MarketingRights.ApproveCampaigns)]
internal sealed class ApproveMessageCampaign(CampaignShelf shelf, CampaignParts parts)
    : UseCase<ApproveMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        CampaignShelf.Require(campaign, MessageCampaignState.Draft);
        if (campaign.EditorId is { } editor && editor == call.Caller.Id)
            throw new Refusal("marketing.own-campaign", RefusalKind.Conflict, ("campaign", input.Campaign));
        var (segment, template) = await parts.RequireAsync(MessageCampaignTerms.Read(campaign.Terms), call, cancel);
        (campaign.SegmentId, campaign.SegmentNumber, campaign.TemplateId) = (segment.Id, segment.Number, template.Id);
        (campaign.State, campaign.ApprovedBy, campaign.ApprovedAt) = (MessageCampaignState.Approved, call.Caller.Name, call.At);
        return CampaignView.Of(campaign);
    }

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}
