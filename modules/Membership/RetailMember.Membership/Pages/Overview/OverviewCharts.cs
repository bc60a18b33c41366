using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Overview;

/// <summary>The charts of the overview.</summary>
internal sealed class OverviewCharts(OverviewModel model, ITexts texts)
{
    private const int MostStores = 12;

    public ChartData Sales => Over(
        ChartKind.Bar,
        Series("sales", s => s.NetSales.Yuan, ChartUnit.Yuan),
        Series("purchases", s => s.Purchases) with { AsLine = true, OnRight = true });

    public ChartData Members => Over(
        ChartKind.Bar,
        Series("new-members", s => s.NewMembers),
        new ChartSeries(texts["membership.overview.members"], Cumulated()) { AsLine = true, OnRight = true });

    public ChartData Tiers => new(
        ChartKind.Doughnut,
        [.. model.Now.TierMix.Select(t => t.Tier.Name)],
        [new(texts["membership.overview.members"], [.. model.Now.TierMix.Select(t => (decimal?)t.Members)])]);

    public ChartData Stores => new(
        ChartKind.HorizontalBar,
        [.. model.Now.StoreSums.Take(MostStores).Select(s => s.Name)],
        [
            new(
                texts["membership.overview.sales"],
                [.. model.Now.StoreSums.Take(MostStores).Select(s => (decimal?)s.Sales.Yuan)],
                ChartUnit.Yuan),
        ]);

    private ChartData Over(ChartKind kind, params ChartSeries[] series) =>
        new(kind, [.. model.Points.Select(p => p.Label)], series);

    private ChartSeries Series(string text, Func<OverviewSums, decimal> value, ChartUnit unit = ChartUnit.Number) =>
        new(texts["membership.overview." + text], [.. model.Points.Select(p => (decimal?)value(p.Sums))], unit);

    /// <summary>Counted back from today's members: who has left meanwhile is not in it.</summary>
    private decimal?[] Cumulated()
    {
        var members = model.Now.Members - model.Sums.NewMembers;
        return [.. model.Points.Select(p => (decimal?)(members += p.Sums.NewMembers))];
    }
}
