using RetailMember.Pages.Charts;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>What became of vouchers, and what they cost.</summary>
internal sealed class VoucherCharts(IReadOnlyList<FindVoucherDefinitions.Row> rows, ITexts texts)
{
    private const int Most = 12;

    private readonly IReadOnlyList<FindVoucherDefinitions.Row> issued =
        [.. rows.Where(r => r.Issued > 0).OrderByDescending(r => r.Issued).Take(Most)];

    /// <summary>Of each definition, the one with most vouchers first: where they are now.</summary>
    public ChartData Whereabouts => new(
        ChartKind.StackedHorizontalBar,
        [.. issued.Select(Name)],
        [
            Series("used", r => r.Used),
            Series("open", r => r.Issued - r.Used - r.Expired - r.Revoked),
            Series("expired", r => r.Expired),
            Series("revoked", r => r.Revoked),
        ]);

    /// <summary>The funnel of all of them: issued, still good or used, used.</summary>
    public ChartData Funnel => new(
        ChartKind.HorizontalBar,
        [texts["redemption.funnel.issued"], texts["redemption.funnel.alive"], texts["redemption.funnel.used"]],
        [
            new(
                texts["redemption.vouchers.title"],
                [rows.Sum(r => r.Issued), rows.Sum(r => r.Issued - r.Expired - r.Revoked), rows.Sum(r => r.Used)]),
        ]);

    public ChartData GivenAway
    {
        get
        {
            var dearest = rows.Where(r => r.GivenAway.Fen > 0).OrderByDescending(r => r.GivenAway.Fen).Take(Most).ToList();
            return new(
                ChartKind.HorizontalBar,
                [.. dearest.Select(Name)],
                [new(texts["redemption.funnel.given-away"], [.. dearest.Select(r => (decimal?)r.GivenAway.Yuan)], ChartUnit.Yuan)]);
        }
    }

    private ChartSeries Series(string text, Func<FindVoucherDefinitions.Row, long> value) =>
        new(texts["redemption.funnel." + text], [.. issued.Select(r => (decimal?)value(r))]);

    private string Name(FindVoucherDefinitions.Row row) => row.Definition.Terms.Name.In(texts.Language);
}
