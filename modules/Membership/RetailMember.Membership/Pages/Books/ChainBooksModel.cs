using RetailMember.Membership.Reports.Books;
using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Books;

/// <summary>The latest proofs of all brands.</summary>
internal sealed record ChainBooksModel(ReadChainBooks.Result Chain)
{
    public ChartData ByBrand(ITexts texts) => new(
        ChartKind.StackedBar,
        [.. Chain.Brands.Select(b => b.Name)],
        [
            .. BooksCharts.Parts.Select(part => new ChartSeries(
                texts[part.Text],
                [.. Chain.Brands.Select(b => (decimal?)(BooksCharts.PointsOf(b.Check?.Books) is { } p ? part.Value(p) : null))])),
        ]);
}
