using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>A survey as staff read it.</summary>
/// <param name="Survey">Its code.</param>
/// <param name="Responses">Members who answered.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record SurveyView(
    string Survey, SurveyState State, SurveyTerms Terms, int Responses, string EditedBy, DateTime EditedAt)
{
    public static SurveyView Of(Survey survey) => new(
        survey.Code, survey.State, SurveyShelf.TermsOf(survey), survey.Responses, survey.EditedBy, survey.EditedAt);

    public static Survey Turn(Survey survey, SurveyState from, SurveyState to, CallContext call)
    {
        if (survey.State != from)
            throw new Refusal("engagement.survey-state", RefusalKind.Conflict, ("survey", survey.Code));
        (survey.State, survey.EditedBy, survey.EditedAt) = (to, call.Caller.Name, call.At);
        return survey;
    }
}
