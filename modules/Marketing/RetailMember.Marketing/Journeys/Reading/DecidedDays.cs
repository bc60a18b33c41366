using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>What was decided day by day.</summary>
internal static class DecidedDays
{
    /// <summary>As many as a chart shows.</summary>
    public const int Shown = 30;

    public static DateOnly FirstDay(CallContext call) => call.RequiredBrand.DateOf(call.At).AddDays(1 - Shown);

    /// <summary>The last days up to today, those on which nothing was decided included.</summary>
    public static async Task<IReadOnlyList<DecidedDay>> LastDaysAsync(
        this IQueryable<JourneyDecision> decisions, CallContext call, CancellationToken cancel)
    {
        var (first, today) = (FirstDay(call), call.RequiredBrand.DateOf(call.At));
        var found = (await decisions.Where(d => d.DecidedOn >= first && d.DecidedOn <= today)
                .GroupBy(d => new { d.DecidedOn, d.Outcome })
                .Select(g => new { g.Key.DecidedOn, g.Key.Outcome, Count = g.LongCount() }).ToListAsync(cancel))
            .ToLookup(d => d.DecidedOn, d => new OutcomeCount(d.Outcome, d.Count));
        return [.. Enumerable.Range(0, Shown).Select(first.AddDays).Select(day => new DecidedDay(day, [.. found[day]]))];
    }
}

/// <param name="On">Business day on which it was decided.</param>
internal sealed record DecidedDay([property: JsonPropertyName("decidedOn")] DateOnly On, IReadOnlyList<OutcomeCount> Outcomes);
