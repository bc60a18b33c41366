using RetailMember.Membership.Members.Analysis;
using RetailMember.Pages.Charts;
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
