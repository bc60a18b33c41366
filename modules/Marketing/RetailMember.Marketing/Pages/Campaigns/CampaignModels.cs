using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Pages.Forms;

namespace RetailMember.Marketing.Pages.Campaigns;

internal sealed record CampaignListModel(IReadOnlyList<CampaignView> Campaigns, bool MayEdit);

/// <param name="Preview">Before it begins: whom it would go to now.</param>
internal sealed record CampaignModel(
    ReadMessageCampaign.Result Read, PreviewSegment.Result? Preview, bool MayEdit, bool MayApprove, bool MayRun);

/// <param name="Campaign">Null for a new one, whose code is still free to choose.</param>
internal sealed record CampaignFormModel(CampaignView? Campaign, ReadCampaignChoices.Result Choices, FormFaults Faults);
