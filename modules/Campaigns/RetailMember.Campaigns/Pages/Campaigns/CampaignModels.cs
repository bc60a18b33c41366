using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Campaigns;

internal sealed record CampaignListModel(IReadOnlyList<CampaignView> Campaigns, PrizeNames Names, bool MayEdit);

/// <summary>One campaign with its wordings and the newest of its awards.</summary>
internal sealed record CampaignModel(
    ReadCampaign.Result Read, PrizeNames Names, PageOf<AwardView> Awards, bool MayEdit, bool MayRun, bool MayRevoke)
{
    public CampaignView Overview => Read.Overview;
}

/// <param name="IsNew">Its code is still free to choose.</param>
internal sealed record CampaignFormModel(
    CampaignForm Form, bool IsNew, ReadCampaignChoices.Result Choices, IReadOnlyList<Store> Stores, FormFaults Faults);
