using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>Takes a plan away that nobody has approved, so that its days are free for another.</summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class DeleteSalesCampaign(StoredValueDb db, CampaignAwards awards)
    : UseCase<DeleteSalesCampaign.Input, SalesCampaignView>
{
    protected override async Task<SalesCampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await awards.HoldAsync(input.Campaign, cancel) is not { } campaign)
            throw new Refusal("storedvalue.campaign-not-found", RefusalKind.NotFound, ("campaign", input.Campaign));
        if (campaign.ApprovedAt is not null)
            throw new Refusal("storedvalue.campaign-approved", RefusalKind.Conflict, ("campaign", input.Campaign));
        db.SalesCampaigns.Remove(campaign);
        return SalesCampaignView.Of(campaign);
    }

    /// <param name="Campaign">Its code.</param>
    internal sealed record Input(string Campaign) : IInput<SalesCampaignView>;
}
