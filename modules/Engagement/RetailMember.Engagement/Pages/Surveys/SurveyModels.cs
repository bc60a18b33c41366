using RetailMember.Engagement.Surveys;
using RetailMember.Membership;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Engagement.Pages.Surveys;

internal sealed record SurveyListModel(PageOf<SurveyView> Found, bool MayEdit);

internal sealed record SurveyModel(SurveyView Survey, IReadOnlyList<QuestionResult> Results, bool MayEdit, FormFaults Faults);

/// <param name="Form">Null for a new one.</param>
internal sealed record SurveyFormModel(SurveyForm? Form, IReadOnlyList<MemberTier> Tiers, FormFaults Faults);

internal sealed record OwnSurveysModel(IReadOnlyList<OwnSurvey> Surveys);

internal sealed record OwnSurveyModel(OwnSurvey Survey, FormFaults Faults);
