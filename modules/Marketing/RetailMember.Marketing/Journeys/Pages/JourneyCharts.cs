using System.Globalization;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Marketing.Journeys.Pages;

/// <summary>What journeys decided: by journey and by day.</summary>
internal static class JourneyCharts
{
    private const int Most = 12;

    public static ChartData ByJourney(ITexts texts, IReadOnlyList<FindJourneys.Row> rows)
    {
        var most = rows.Where(r => r.Outcomes.Count > 0).OrderByDescending(r => r.Outcomes.Sum(o => o.Count)).Take(Most).ToList();
        return Stacked(
            ChartKind.StackedHorizontalBar, texts, [.. most.Select(r => texts.In(r.Latest.Terms.Name))],
            [.. most.Select(r => r.Outcomes)]);
    }

    public static ChartData ByDay(ITexts texts, IReadOnlyList<DecidedDay> days) => Stacked(
        ChartKind.StackedBar, texts, [.. days.Select(d => d.On.ToString("MM-dd", CultureInfo.InvariantCulture))],
        [.. days.Select(d => d.Outcomes)]);

    /// <summary>What never came about is left out of the legend.</summary>
    private static ChartData Stacked(
        ChartKind kind, ITexts texts, IReadOnlyList<string> labels, IReadOnlyList<IReadOnlyList<OutcomeCount>> counts) => new(
        kind,
        labels,
        [
            .. Enum.GetValues<JourneyOutcome>().Where(o => counts.Any(c => c.Any(one => one.Verdict == o))).Select(o => new ChartSeries(
                texts.Of(o), [.. counts.Select(c => (decimal?)c.Where(one => one.Verdict == o).Sum(one => one.Count))])),
        ]);
}
