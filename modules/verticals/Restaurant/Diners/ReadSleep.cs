using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing;
using RetailMember.Restaurant.Data;
using RetailMember.Restaurant.Diners.Waking;
using RetailMember.Restaurant.Rules;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners;

/// <summary>How long guests have not been seen, and what each half-year's waking has brought.</summary>
[Needs(RestaurantRights.ViewDiners)]
internal sealed class ReadSleep(RestaurantDb db, HouseRuleBook book, IMemberLetters letters, ISettings settings)
    : Query<ReadSleep.Input, ReadSleep.Result>
{
    /// <summary>Upper ends in months; the last span has none.</summary>
    private static readonly int[] Spans = [1, 3, 6, 9, 12];

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var rules = await book.AtAsync(call.At, cancel);
        var days = await db.Guests.AsNoTracking().GroupBy(g => g.LastSeenOn)
            .Select(g => new { On = g.Key, Guests = g.Count() }).ToListAsync(cancel);
        var until = rules.AsleepUntil(today);
        var rounds = await db.WakeUpRounds.AsNoTracking().OrderByDescending(r => r.HalfYear).ToListAsync(cancel);
        var back = await db.WakeUpCalls.AsNoTracking().Where(c => c.CameBackOn != null).GroupBy(c => c.HalfYear)
            .ToDictionaryAsync(g => g.Key, g => g.Count(), cancel);
        var sent = await letters.SentAsync(WakeUpLetters.Purpose, [.. rounds.Select(r => r.HalfYear)], cancel);
        return new Result(
            rules.SleepingMonths,
            days.Where(d => d.On > until).Sum(d => d.Guests),
            days.Where(d => d.On <= until).Sum(d => d.Guests),
            [
                .. Enumerable.Range(0, Spans.Length + 1).Select(i => new Span(
                    i == 0 ? 0 : Spans[i - 1], i < Spans.Length ? Spans[i] : null,
                    days.Where(d => SpanOf(d.On) == i).Sum(d => d.Guests))),
            ],
            [
                .. rounds.Select(r => new Round(
                    r.HalfYear, r.StartedAt, r.StartedBy, r.Asleep, sent.GetValueOrDefault(r.HalfYear),
                    back.GetValueOrDefault(r.HalfYear))),
            ],
            settings.YesNo(WakeUpLetters.Switch, call.RequiredBrand.Id), await letters.CanWriteAsync(WakeUpLetters.Purpose, cancel));

        int SpanOf(DateOnly on) => Spans.Count(months => on <= today.AddMonths(-months));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="SleepingMonths">By the house rules in force.</param>
    /// <param name="Awake">Guests seen since.</param>
    /// <param name="Asleep">The others.</param>
    /// <param name="WritesLetters">Letters to sleepers are switched on.</param>
    /// <param name="HasWords">The brand has approved words for them.</param>
    internal sealed record Result(
        int SleepingMonths, int Awake, int Asleep, IReadOnlyList<Span> Spans, IReadOnlyList<Round> Rounds,
        bool WritesLetters, bool HasWords);

    /// <param name="FromMonths">Not seen for at least so long.</param>
    /// <param name="BelowMonths">And for less than this; left out: no end.</param>
    internal sealed record Span(int FromMonths, int? BelowMonths, int Guests);

    /// <param name="StartedAt">UTC.</param>
    /// <param name="Written">Letters of it that a provider has taken.</param>
    /// <param name="CameBack">Guests of it who were seen again.</param>
    internal sealed record Round(string HalfYear, DateTime StartedAt, string StartedBy, int Asleep, int Written, int CameBack);
}
