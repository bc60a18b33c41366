using System.Globalization;
using RetailMember.Membership.Members.Analysis;
using RetailMember.Pages.Charts;
using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Members;

/// <summary>The charts of one member's buying.</summary>
internal sealed class MemberCharts(AnalyseMember.Result analysis, ITexts texts)
{
    private const int MostCategories = 8;

    public ChartData Months => new(
        ChartKind.Bar,
        [.. analysis.Months.Select(m => m.Month)],
        [
            new(texts["membership.analysis.spend"], [.. analysis.Months.Select(m => (decimal?)m.Spend.Yuan)], ChartUnit.Yuan),
            new(texts["membership.member.purchases"], [.. analysis.Months.Select(m => (decimal?)m.Purchases)])
            {
                AsLine = true, OnRight = true,
            },
        ]);

    /// <summary>From the first hour with a receipt to the last one.</summary>
    public ChartData Hours
    {
        get
        {
            var visits = analysis.Hours.ToDictionary(h => h.Hour, h => h.Purchases);
            var hours = visits.Count == 0 ? [] : Enumerable.Range(visits.Keys.Min(), visits.Keys.Max() - visits.Keys.Min() + 1).ToList();
            return new(
                ChartKind.Bar,
                [.. hours.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h:00}:00"))],
                [new(texts["membership.member.purchases"], [.. hours.Select(h => (decimal?)visits.GetValueOrDefault(h))])]);
        }
    }

    /// <param name="nameOf">The store's name by its code.</param>
    public ChartData Stores(Func<string?, string?> nameOf)
    {
        var shown = analysis.Stores.Take(MostCategories).ToList();
        return new(
            ChartKind.HorizontalBar,
            [.. shown.Select(s => nameOf(s.StoreCode) ?? Figures.Dash)],
            [new(texts["membership.member.purchases"], [.. shown.Select(s => (decimal?)s.Purchases)])]);
    }

    public ChartData Categories
    {
        get
        {
            var shown = analysis.Categories.Take(MostCategories).ToList();
            return new(
                ChartKind.HorizontalBar,
                [.. shown.Select(c => c.Name ?? texts["membership.analysis.no-category"])],
                [new(texts["membership.analysis.spend"], [.. shown.Select(c => (decimal?)c.Spend.Yuan)], ChartUnit.Yuan)]);
        }
    }
}
