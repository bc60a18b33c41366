using RetailMember.Events;
using RetailMember.Marketing.Journeys.Deciding;

namespace RetailMember.Marketing.Journeys.Happenings;

/// <summary>Something happened that a journey waits for. The module tells it to itself.</summary>
/// <param name="Journey">Its key.</param>
[EventName("marketing.journey-told.v1")]
internal sealed record JourneyTold(Guid Journey, JourneyCause Cause) : IEvent;

internal sealed class DecisionsOfJourneys(JourneyHappenings journeys) : Subscriber<JourneyTold>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<JourneyTold>> events, CancellationToken cancel) =>
        journeys.DecideAsync([.. events.Select(e => e.Event)], cancel);
}
