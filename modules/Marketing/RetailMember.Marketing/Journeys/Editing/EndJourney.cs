using RetailMember.Marketing.Journeys.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Editing;

/// <summary>
/// Nobody is written to by a journey any more, until a draft of it is activated. What was queued still goes out.
/// </summary>
[Needs(JourneyRights.Edit)]
internal sealed class EndJourney(JourneyShelf shelf) : UseCase<EndJourney.Input, JourneyView>
{
    protected override async Task<JourneyView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var journey = await shelf.LockKnownAsync(input.Journey, cancel);
        if (journey.State != JourneyState.Running)
            throw new Refusal("marketing.journey-not-running", RefusalKind.Conflict, ("journey", input.Journey));
        journey.State = JourneyState.Ended;
        return JourneyView.Of(journey, (await shelf.VersionsAsync(journey.Id, cancel))[0]);
    }

    internal sealed record Input(string Journey) : IInput<JourneyView>;
}
