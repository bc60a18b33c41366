using RetailMember.Membership.Reports;
using RetailMember.Pages.Charts;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Overview;

/// <summary>What the overview of the chain shows: the last twelve months, brand beside brand.</summary>
internal sealed record ChainOverviewModel(ReadChainOverview.Result Chain)
{
    public long Members => Chain.Brands.Sum(b => b.Members);

    public long NewMembers => Months.Sum(m => m.NewMembers);

    public long Purchases => Months.Sum(m => m.Purchases);

    public Money Sales => SalesOf(Months);

    public long Points => Months.Sum(m => m.Points);

    private IEnumerable<ReadChainOverview.Month> Months => Chain.Brands.SelectMany(b => b.Months);

    public static Money SalesOf(IEnumerable<ReadChainOverview.Month> months) => new(months.Sum(m => m.Sales.Fen));

    /// <summary>A series per brand over the months.</summary>
    public ChartData Over(ChartKind kind, Func<ReadChainOverview.Month, decimal> value, ChartUnit unit = ChartUnit.Number) => new(
        kind,
        [.. (Chain.Brands is [var any, ..] ? any.Months : []).Select(m => $"{m.First.Year}-{m.First.Month:00}")],
        [.. Chain.Brands.Select(b => new ChartSeries(b.Name, [.. b.Months.Select(m => (decimal?)value(m))], unit))]);

    public ChartData Share(string series) => new(
        ChartKind.Doughnut,
        [.. Chain.Brands.Select(b => b.Name)],
        [new(series, [.. Chain.Brands.Select(b => (decimal?)b.Members)])]);
}
