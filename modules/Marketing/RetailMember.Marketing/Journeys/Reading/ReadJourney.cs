using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>A journey with its versions, and what was decided in the last days.</summary>
[Needs(JourneyRights.View)]
internal sealed class ReadJourney(MarketingDb db, JourneyShelf shelf) : Query<ReadJourney.Input, ReadJourney.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var journey = await shelf.FindAsync(input.Journey, cancel);
        var versions = await shelf.VersionsAsync(journey.Id, cancel);
        return new Result(
            [.. versions.Select(v => JourneyView.Of(journey, v))],
            await db.JourneyDecisions.AsNoTracking().Where(d => d.JourneyId == journey.Id).LastDaysAsync(call, cancel));
    }

    internal sealed record Input(string Journey) : IInput<Result>;

    /// <param name="Versions">The newest first.</param>
    /// <param name="Days">The last days up to today.</param>
    internal sealed record Result(IReadOnlyList<JourneyView> Versions, IReadOnlyList<DecidedDay> Days);
}
