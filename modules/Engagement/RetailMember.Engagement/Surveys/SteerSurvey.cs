using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>Lets members answer a drafted survey, on its days.</summary>
[Needs(EngagementRights.EditSurveys)]
internal sealed class OpenSurvey(SurveyShelf shelf) : UseCase<OpenSurvey.Input, SurveyView>
{
    protected override async Task<SurveyView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        SurveyView.Of(SurveyView.Turn(
            await shelf.LockAsync(input.Survey, cancel), SurveyState.Draft, SurveyState.Open, call));

    internal sealed record Input(string Survey) : IInput<SurveyView>;
}

/// <summary>Takes no further answers.</summary>
[Needs(EngagementRights.EditSurveys)]
internal sealed class CloseSurvey(SurveyShelf shelf) : UseCase<CloseSurvey.Input, SurveyView>
{
    protected override async Task<SurveyView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        SurveyView.Of(SurveyView.Turn(
            await shelf.LockAsync(input.Survey, cancel), SurveyState.Open, SurveyState.Closed, call));

    internal sealed record Input(string Survey) : IInput<SurveyView>;
}
