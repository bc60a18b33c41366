using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Marketing.Pages.Campaigns;

/// <param name="Segments">Names by code, as far as the reader may see them.</param>
internal sealed record CampaignListModel(
    IReadOnlyList<CampaignView> Campaigns, IReadOnlyDictionary<string, LocalName> Segments, bool MayEdit);

/// <param name="Forecast">Before it begins: whom it would reach now; null where its parts are not there yet.</param>
/// <param name="Preview">Before it begins: some of its segment; null where the reader may not see it.</param>
/// <param name="IsLate">It should have begun some minutes ago.</param>
/// <param name="Segment">What its segment is called; null where the reader may not see it.</param>
internal sealed record CampaignModel(
    ReadMessageCampaign.Result Read, ReadCampaignWords.Result Words, LocalName? Segment,
    ForecastMessageCampaign.Result? Forecast, PreviewSegment.Result? Preview, bool IsLate, bool MayEdit, bool MayApprove, bool MayRun);

/// <param name="Campaign">Null for a new one, whose code is still free to choose.</param>
internal sealed record CampaignFormModel(CampaignView? Campaign, ReadCampaignChoices.Result Choices, FormFaults Faults);
