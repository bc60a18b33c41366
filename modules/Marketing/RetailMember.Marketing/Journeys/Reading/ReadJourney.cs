using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>A journey with its versions, and what was decided month by month.</summary>
[Needs(JourneyRights.View)]
internal sealed class ReadJourney(MarketingDb db, JourneyShelf shelf) : Query<ReadJourney.Input, ReadJourney.Result>
{
    private const int MostMonths = 24;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var journey = await shelf.FindAsync(input.Journey, cancel);
        var versions = await shelf.VersionsAsync(journey.Id, cancel);
        var days = await db.JourneyDecisions.AsNoTracking().Where(d => d.JourneyId == journey.Id)
            .GroupBy(d => new { d.On, d.Outcome })
            .Select(g => new { g.Key.On, g.Key.Outcome, Count = g.LongCount() }).ToListAsync(cancel);
        return new Result(
            [.. versions.Select(v => JourneyView.Of(journey, v))],
            [
                .. days.GroupBy(d => new DateOnly(d.On.Year, d.On.Month, 1)).OrderBy(m => m.Key).TakeLast(MostMonths)
                    .Select(m => new Month(
                        m.Key,
                        [.. m.GroupBy(d => d.Outcome).OrderBy(o => o.Key).Select(o => new OutcomeCount(o.Key, o.Sum(d => d.Count)))])),
            ]);
    }

    internal sealed record Input(string Journey) : IInput<Result>;

    /// <param name="Versions">The newest first.</param>
    /// <param name="Months">With occasions, at most the last 24 of them.</param>
    internal sealed record Result(IReadOnlyList<JourneyView> Versions, IReadOnlyList<Month> Months);

    /// <param name="First">Its first day.</param>
    internal sealed record Month(DateOnly First, IReadOnlyList<OutcomeCount> Outcomes);
}
