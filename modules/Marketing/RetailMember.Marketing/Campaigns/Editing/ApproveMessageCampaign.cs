using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>
/// Approves the draft of another person as it was read, with count, sample and cost: not where it, its segment or its words
/// were changed since. From now on its segment and its words are those of this moment, whatever is edited later.
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
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        terms.RequireToCome(call.RequiredBrand, call.At);
        var (segment, template) = await parts.RequireAsync(terms, call, cancel);
        if (CampaignParts.MarkOf(campaign, segment, template) != input.WordingMark)
            throw new Refusal("marketing.campaign-changed", RefusalKind.Conflict, ("campaign", input.Campaign));
        (campaign.SegmentId, campaign.SegmentNumber, campaign.TemplateId) = (segment.Id, segment.Number, template.Id);
        (campaign.State, campaign.ApprovedBy, campaign.ApprovedAt) = (MessageCampaignState.Approved, call.Caller.Name, call.At);
        return await shelf.ViewAsync(campaign, cancel);
    }

    /// <param name="Campaign">Its code.</param>
    /// <param name="WordingMark">Of all that is approved, as it was read.</param>
    internal sealed record Input(string Campaign, string WordingMark) : IInput<CampaignView>;
}
