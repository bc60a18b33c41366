using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>Drafts a campaign, or changes it before it is sent off; what another person had approved is a draft again.</summary>
[Needs(MarketingRights.EditCampaigns)]
internal sealed class EditMessageCampaign(MarketingDb db, CampaignShelf shelf, CampaignParts parts)
    : UseCase<EditMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var known = await db.Campaigns.AnyAsync(c => c.Code == input.Campaign, cancel);
        var campaign = known ? await shelf.HoldAsync(input.Campaign, cancel) : Make(input, call);
        if (!known) db.Campaigns.Add(campaign);
        CampaignShelf.Require(campaign, MessageCampaignState.Draft, MessageCampaignState.Approved);
        var terms = input.Terms.ByClockOf(call.RequiredBrand);
        if (!terms.IsToCome(call.RequiredBrand, call.At))
            throw Refusal.Invalid("terms.startsAt", MessageCampaignTerms.StartPast);
        await parts.CheckAsync(terms, call, cancel);
        campaign.Terms = terms.ToJson();
        campaign.State = MessageCampaignState.Draft;
        (campaign.SegmentId, campaign.SegmentNumber, campaign.TemplateId) = (null, null, null);
        (campaign.ApprovedBy, campaign.ApprovedAt) = (null, null);
        (campaign.EditedBy, campaign.EditorId, campaign.EditedAt) = (call.Caller.Name, call.Caller.Id, call.At);
        return await shelf.ViewAsync(campaign, cancel);
    }

    private static MessageCampaign Make(Input input, CallContext call) => new()
    {
        Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = input.Campaign, Terms = "", EditedBy = call.Caller.Name,
    };

    /// <param name="Campaign">Its code.</param>
    internal sealed record Input(string Campaign, MessageCampaignTerms Terms) : IInput<CampaignView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Campaign).IsCodeOfPage();
            RuleFor(i => i.Terms).SetValidator(new MessageCampaignTermsRules());
        }
    }
}
