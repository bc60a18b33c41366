using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Pages.Forms;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Marketing.Pages.Campaigns;

/// <param name="Segments">Names by code, as far as the reader may see them.</param>
internal sealed record CampaignListModel(
    PageOf<CampaignView> Found, IReadOnlyDictionary<string, LocalName> Segments, bool MayEdit);

/// <param name="Forecast">Before it begins: whom it would reach now; null where its parts are not there yet.</param>
/// <param name="Preview">Before it begins: some of its segment; null where the reader may not see it.</param>
/// <param name="IsLate">It should have begun some minutes ago.</param>
/// <param name="Segment">What its segment is called; null where the reader may not see it.</param>
internal sealed record CampaignModel(
    ReadMessageCampaign.Result Read, ReadCampaignWords.Result Words, LocalName? Segment,
    ForecastMessageCampaign.Result? Forecast, PreviewSegment.Result? Preview, bool IsLate, bool MayEdit, bool MayApprove, bool MayRun);

/// <summary>How far a campaign is.</summary>
/// <param name="HasReceipts">Its channel tells what arrived.</param>
/// <param name="IsMoving">Something is decided or handed over at this time.</param>
/// <param name="Settled">Members for whom nothing is left to be done; null: not told.</param>
/// <param name="Shown">The step that the open page says it is at; null where this is that page.</param>
internal sealed record CampaignProgressModel(
    CampaignView View, long? Sent, long? Delivered, bool HasReceipts, bool IsMoving, long? Settled, string? Shown = null)
{
    /// <summary>Where it stands, as far as a page has other buttons, warnings or results for it.</summary>
    public string Step => string.Join(
        '-',
        ((string?[])
        [
            EnumCode.Of(View.State), View.StartedAt is null ? null : "begun", View.AwaitsPackage ? "unpaid" : null,
            View.AwaitsConditions ? "unasked" : null,
        ]).OfType<string>());

    public bool IsAtAnotherStep => Shown is not null && Shown != Step;
}

/// <param name="Campaign">Null for a new one, whose code is still free to choose.</param>
internal sealed record CampaignFormModel(CampaignView? Campaign, ReadCampaignChoices.Result Choices, FormFaults Faults);
