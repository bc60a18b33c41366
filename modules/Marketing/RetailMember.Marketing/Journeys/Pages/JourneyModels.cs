using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Marketing.Journeys.Pages;

internal sealed record JourneyListModel(
    IReadOnlyList<FindJourneys.Row> Journeys, IReadOnlyList<DecidedDay> Days, bool MayEdit);

/// <summary>One journey with what it decided.</summary>
/// <param name="Today">In the brand's time zone.</param>
internal sealed record JourneyModel(
    ReadJourney.Result Read, PageOf<DecisionView> Decisions, JourneyNamesShown Names, DateOnly Today, bool MayEdit,
    bool MayActivate, FormFaults Faults);

/// <param name="IsNew">Its code is still free to choose.</param>
/// <param name="IsFixed">It was activated before: what sets it off stays.</param>
internal sealed record JourneyFormModel(JourneyForm Form, bool IsNew, bool IsFixed, JourneyNamesShown Names, FormFaults Faults);

/// <summary>Why one member was written to or not.</summary>
/// <param name="Silent">Running journeys that had no occasion for him yet.</param>
internal sealed record JourneyMemberModel(
    string MemberNo, PageOf<DecisionView> Decisions, IReadOnlyList<FindSilentJourneys.Row> Silent);

/// <param name="Journey">Whose decisions they are; null where they are one member's.</param>
internal sealed record DecisionTableModel(PageOf<DecisionView> Found, string? Journey);
