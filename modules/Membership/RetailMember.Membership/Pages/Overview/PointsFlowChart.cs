using RetailMember.Membership.Reports;
using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Overview;

/// <summary>What was issued above the line, what was burnt below it.</summary>
internal sealed record PointsFlowChart(OverviewWindow Window, ReadPointsFlow.Result Flow)
{
    public ChartData In(ITexts texts)
    {
        var groups = Flow.Days.GroupBy(d => Window.LabelOf(d.BusinessDate)).ToList();
        return new ChartData(
            ChartKind.StackedBar,
            [.. groups.Select(g => g.Key)],
            [
                Series("points-issued", d => d.Issued),
                Series("points-spent", d => -d.Spent),
                Series("points-expired", d => -d.Expired),
                Series("points-taken-back", d => -d.TakenBack),
            ]);

        ChartSeries Series(string text, Func<ReadPointsFlow.Day, long> value) =>
            new(texts["membership.overview." + text], [.. groups.Select(g => (decimal?)g.Sum(value))]);
    }
}
