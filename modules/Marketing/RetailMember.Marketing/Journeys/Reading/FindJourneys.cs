using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>
/// The brand's journeys by code, each by its newest version, with what was decided so far and day by day. Of those whose segment
/// has sensitive conditions coarsely, and not by day.
/// </summary>
[Needs(JourneyRights.View)]
internal sealed class FindJourneys(MarketingDb db, SensitiveJourneys sensitive, BarredVouchers barred, WaitingJourneys waiting)
    : Query<FindJourneys.Input, FindJourneys.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var journeys = db.Journeys.AsNoTracking();
        if (input.State is { } state) journeys = journeys.Where(j => j.State == state);
        var found = await (
            from journey in journeys
            join version in db.JourneyVersions.AsNoTracking() on journey.Id equals version.JourneyId
            where !db.JourneyVersions.Any(v => v.JourneyId == journey.Id && v.Number > version.Number)
            orderby journey.Code
            select new { Journey = journey, Version = version }).ToListAsync(cancel);
        var counts = (await db.JourneyDecisions.AsNoTracking().GroupBy(d => new { d.JourneyId, d.Outcome })
            .Select(g => new { g.Key.JourneyId, g.Key.Outcome, Count = g.LongCount() }).ToListAsync(cancel))
            .ToLookup(c => c.JourneyId, c => new OutcomeCount(c.Outcome, c.Count));
        var hidden = await sensitive.KeysAsync(cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var (silent, unasked) = (await barred.KeysAsync(today, cancel), await waiting.KeysAsync(today, cancel));
        return new Result(
            [
                .. found.Select(f => RowOf(JourneyView.Of(f.Journey, f.Version), counts[f.Journey.Id], hidden.Contains(f.Journey.Id)) with
                {
                    IsBarred = silent.Contains(f.Journey.Id), AwaitsConditions = unasked.Contains(f.Journey.Id),
                }),
            ],
            await db.JourneyDecisions.AsNoTracking().Where(d => !EF.Parameter(hidden).Contains(d.JourneyId))
                .LastDaysAsync(call, cancel));

        static Row RowOf(JourneyView view, IEnumerable<OutcomeCount> counts, bool isSensitive) =>
            new(view, isSensitive ? [.. OutcomeCount.Coarsely(counts)] : [.. counts]) { IsRounded = isSensitive };
    }

    internal sealed record Input(JourneyState? State = null) : IInput<Result>;

    /// <param name="Days">The last days up to today, of all journeys.</param>
    internal sealed record Result(IReadOnlyList<Row> Journeys, IReadOnlyList<DecidedDay> Days);

    /// <param name="Latest">Its newest version.</param>
    /// <param name="Outcomes">Those that came about; where they are rounded, those that are told.</param>
    internal sealed record Row(JourneyView Latest, IReadOnlyList<OutcomeCount> Outcomes)
    {
        /// <summary>Its segment has sensitive conditions: outcomes are in tens, and what is fewer than 20 is not told.</summary>
        public bool IsRounded { get; init; }

        /// <summary>It writes to nobody: it gives a voucher, and its segment has come to have sensitive conditions.</summary>
        public bool IsBarred { get; init; }

        /// <summary>A condition of its segment cannot be asked now: on nobody is decided until it can.</summary>
        public bool AwaitsConditions { get; init; }
    }
}

/// <param name="Count">Decisions.</param>
internal sealed record OutcomeCount(JourneyOutcome Verdict, long Count)
{
    public static IEnumerable<OutcomeCount> Coarsely(IEnumerable<OutcomeCount> counts) =>
        from one in counts
        let told = ToldCount.Coarse(one.Count).Count
        where told is not null
        select one with { Count = told.Value };

    public static long Queued(IEnumerable<OutcomeCount> counts) =>
        counts.Where(c => c.Verdict == JourneyOutcome.Queued).Sum(c => c.Count);

    public static long Stopped(IEnumerable<OutcomeCount> counts) =>
        counts.Where(c => c.Verdict is not (JourneyOutcome.Queued or JourneyOutcome.Waiting)).Sum(c => c.Count);
}
