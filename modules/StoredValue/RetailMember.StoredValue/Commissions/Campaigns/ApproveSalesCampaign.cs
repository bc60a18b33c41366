using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>
/// Approves a sales campaign that somebody else planned: from now on it counts what is delivered on its days. Not one that is
/// over, nor one whose awards are above what the brand allows, nor one that was changed, or
/// taken away and planned anew, since he read it.
/// </summary>
[Needs(SalesPermissions.ApproveCampaigns)]
internal sealed class ApproveSalesCampaign(StoredValueDb db, CampaignAwards awards, AwardBounds bounds)
    : UseCase<ApproveSalesCampaign.Input, SalesCampaignView>
{
    protected override async Task<SalesCampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await awards.HoldAsync(input.Campaign, cancel) is not { } campaign)
            throw new Refusal("storedvalue.campaign-not-found", RefusalKind.NotFound, ("campaign", input.Campaign));
        db.SalesCampaigns.Attach(campaign);
        if (campaign.ApprovedAt is not null)
            throw new Refusal("storedvalue.campaign-approved", RefusalKind.Conflict, ("campaign", input.Campaign));
        if (call.Caller.Id is { } caller && caller == campaign.EditedById)
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        if (campaign.To < call.RequiredBrand.DateOf(call.At))
            throw new Refusal("storedvalue.campaign-over", RefusalKind.Conflict, ("campaign", input.Campaign));
        if (SalesCampaignView.MarkOf(campaign) != input.WordingMark)
            throw new Refusal("storedvalue.campaign-changed", RefusalKind.Conflict, ("campaign", input.Campaign));
        bounds.Require(new Money(campaign.FirstCardFen), new Money(campaign.TopSellerFen), campaign.BrandId);
        (campaign.ApprovedBy, campaign.ApprovedAt) = (call.Caller.Name, call.At);
        await db.SaveChangesAsync(cancel);
        return SalesCampaignView.Of(campaign);
    }

    /// <param name="Campaign">Its code.</param>
    /// <param name="WordingMark">Of the plan as it was read.</param>
    internal sealed record Input(string Campaign, string WordingMark) : IInput<SalesCampaignView>;
}
