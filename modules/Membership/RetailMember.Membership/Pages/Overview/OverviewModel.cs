using RetailMember.Membership.Reports;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Overview;

/// <summary>What the overview of a brand shows.</summary>
internal sealed record OverviewModel(OverviewWindow Window, ReadOverview.Result Now, ReadOverview.Result Before, bool MaySearch)
{
    public OverviewSums Sums { get; } = OverviewSums.Of(Now.Days);

    public OverviewSums SumsBefore { get; } = OverviewSums.Of(Before.Days);

    /// <summary>The days of the window, or its months, as points of the charts.</summary>
    public IReadOnlyList<(string Label, OverviewSums Sums)> Points { get; } =
        [.. Now.Days.GroupBy(d => Window.LabelOf(d.BusinessDate)).Select(g => (g.Key, OverviewSums.Of(g)))];
}

/// <summary>Sums of some days.</summary>
internal sealed record OverviewSums(
    long NewMembers, long Purchases, Money Sales, Money Refunded, long PointsIssued, long PointsTakenBack)
{
    private const long MostComparable = 10;

    public Money NetSales => Sales - Refunded;

    public static OverviewSums Of(IEnumerable<ReadOverview.Day> days) => days.Aggregate(
        new OverviewSums(0, 0, Money.Zero, Money.Zero, 0, 0),
        (sum, day) => new OverviewSums(
            sum.NewMembers + day.NewMembers,
            sum.Purchases + day.Purchases,
            sum.Sales + day.Sales,
            sum.Refunded + day.Refunded,
            sum.PointsIssued + day.PointsIssued,
            sum.PointsTakenBack + day.PointsTakenBack));

    /// <summary>By which share a value moved. Nothing, or next to nothing, is nothing to compare with.</summary>
    public static decimal? Change(long now, long before) =>
        before <= 0 || now / before >= MostComparable ? null : (decimal)(now - before) / before;
}
