using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Editing;

/// <summary>
/// Drafts a campaign, changes the draft of that code, or drafts the next version of one that is active already: what is
/// in force is never edited.
/// </summary>
[Needs(CampaignsPermissions.EditCampaigns)]
internal sealed class EditCampaign(CampaignsDb db) : UseCase<EditCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.Code == input.Campaign, cancel);
        if (campaign is { State: CampaignState.Ended })
            throw new Refusal("campaigns.campaign-ended", RefusalKind.Conflict, ("campaign", input.Campaign));
        if (campaign is not null && campaign.Kind != input.Terms.Kind)
            throw new Refusal("campaigns.kind-is-fixed", RefusalKind.Conflict, ("campaign", input.Campaign));
        if (campaign is null) db.Campaigns.Add(campaign = Make(input, call));
        var versions = await db.CampaignVersions.Where(v => v.CampaignId == campaign.Id).ToListAsync(cancel);
        var draft = versions.SingleOrDefault(v => v.State == CampaignVersionState.Draft);
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        if (draft is null)
        {
            draft = new CampaignVersion
            {
                CampaignId = campaign.Id,
                BrandId = campaign.BrandId,
                Number = versions.Select(v => v.Number).DefaultIfEmpty(0).Max() + 1,
                Terms = terms,
                EditedBy = call.Caller.Name,
            };
            db.CampaignVersions.Add(draft);
            versions.Add(draft);
        }

        (draft.Terms, draft.EditedBy, draft.EditedAt) = (terms, call.Caller.Name, call.At);
        (campaign.EditedBy, campaign.EditedAt) = (call.Caller.Name, call.At);
        return CampaignView.Of(campaign, versions);
    }

    private static Campaign Make(Input input, CallContext call) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = call.RequiredBrand.Id,
        Code = input.Campaign,
        Kind = input.Terms.Kind,
        Number = 1,
        EditedBy = call.Caller.Name,
    };

    /// <param name="Campaign">Its code.</param>
    internal sealed record Input(string Campaign, CampaignTerms Terms) : IInput<CampaignView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Campaign).MaximumLength(CampaignsDb.CodeLength)
                .Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");
            RuleFor(i => i.Terms).SetValidator(new CampaignTermsRules());
        }
    }
}
