using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Pages.Campaigns;

/// <summary>What the form of a campaign may choose from.</summary>
[Needs(CampaignsPermissions.EditCampaigns)]
internal sealed class ReadCampaignChoices(IMemberTiers tiers, IGiftChoices gifts)
    : Query<ReadCampaignChoices.Input, ReadCampaignChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        await tiers.AtAsync(call.At, cancel), await gifts.AtAsync(call.RequiredBrand.DateOf(call.At), cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="Tiers">Lowest first.</param>
    internal sealed record Result(IReadOnlyList<MemberTier> Tiers, IReadOnlyList<GiftChoice> Gifts);
}
