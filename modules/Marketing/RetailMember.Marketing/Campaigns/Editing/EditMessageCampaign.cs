using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>Drafts a campaign, or changes it before it is sent off; what another person had approved is a draft again.</summary>
[Needs(MarketingRights.EditCampaigns)]
internal sealed class EditMessageCampaign(MarketingDb db, CampaignShelf shelf, CampaignParts parts)
    : UseCase<EditMessageCampaign.Input, CampaignView>
{
    public const string NewMark = "new";

    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var known = await db.Campaigns.AnyAsync(c => c.Code == input.Campaign, cancel);
        var campaign = known ? await shelf.HoldAsync(input.Campaign, cancel) : Make(input, call);
        if (input.EditMark is { } read && read != (known ? MarkOf(campaign) : NewMark))
            throw new Refusal(
                "marketing.campaign-edited-meanwhile", RefusalKind.Conflict, ("campaign", input.Campaign), ("by", campaign.EditedBy));
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

    /// <summary>Of all that an edit replaces, an approval included.</summary>
    public static string MarkOf(MessageCampaign campaign) => WordingMarks.Of(campaign.Id, campaign.Terms, campaign.State);

    private static MessageCampaign Make(Input input, CallContext call) => new()
    {
        Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = input.Campaign, Terms = "", EditedBy = call.Caller.Name,
    };

    /// <param name="Campaign">Its code.</param>
    internal sealed record Input(string Campaign, MessageCampaignTerms Terms) : IInput<CampaignView>
    {
        /// <summary>
        /// Of the campaign as it was read, or <see cref="NewMark"/> of one that is not there yet: what somebody else has saved
        /// since is not replaced. Null: it is, whatever it says.
        /// </summary>
        public string? EditMark { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Campaign).IsCodeOfPage();
            RuleFor(i => i.Terms).SetValidator(new MessageCampaignTermsRules());
        }
    }
}
