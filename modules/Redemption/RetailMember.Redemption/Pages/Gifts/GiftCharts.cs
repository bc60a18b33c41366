using System.Globalization;
using RetailMember.Pages.Charts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Gifts;

/// <summary>What became of gifts: where they are now, by rule and by month.</summary>
internal static class GiftCharts
{
    private const int Most = 12;

    private static readonly (string Text, Func<GiftCounts, long> Value)[] Fates =
    [
        ("given", c => c.Given), ("claimed", c => c.Claimed), ("waiting", c => c.Waiting), ("lapsed", c => c.Lapsed),
        ("revoked", c => c.Revoked), ("declined", c => c.Declined), ("failed", c => c.Failed),
    ];

    /// <summary>Of each rule, the one with most gifts first.</summary>
    public static ChartData ByRule(ITexts texts, IReadOnlyList<FindGiftRules.Row> rows)
    {
        var most = rows.Where(r => r.Gifts.All > 0).OrderByDescending(r => r.Gifts.All).Take(Most).ToList();
        return Stacked(
            ChartKind.StackedHorizontalBar, texts, [.. most.Select(r => texts.In(r.Rule.Terms.Name))],
            [.. most.Select(r => r.Gifts)]);
    }

    public static ChartData ByMonth(ITexts texts, IReadOnlyList<ReadGiftRule.Month> months) => Stacked(
        ChartKind.StackedBar, texts, [.. months.Select(m => m.First.ToString("yyyy-MM", CultureInfo.InvariantCulture))],
        [.. months.Select(m => m.Gifts)]);

    /// <summary>All gifts by what became of them.</summary>
    public static ChartData Whereabouts(ITexts texts, GiftCounts counts)
    {
        var shown = Fates.Where(f => f.Value(counts) > 0).ToList();
        return new(
            ChartKind.Doughnut,
            [.. shown.Select(f => texts["redemption.gift-fate." + f.Text])],
            [new(texts["redemption.gifts.title"], [.. shown.Select(f => (decimal?)f.Value(counts))])]);
    }

    public static GiftCounts Sum(IReadOnlyList<FindGiftRules.Row> rows) => new(
        rows.Sum(r => r.Gifts.Waiting), rows.Sum(r => r.Gifts.Given), rows.Sum(r => r.Gifts.Claimed),
        rows.Sum(r => r.Gifts.Lapsed), rows.Sum(r => r.Gifts.Revoked), rows.Sum(r => r.Gifts.Failed),
        rows.Sum(r => r.Gifts.Missing), rows.Sum(r => r.Gifts.Declined));

    /// <summary>What never happened is left out of the legend.</summary>
    private static ChartData Stacked(
        ChartKind kind, ITexts texts, IReadOnlyList<string> labels, IReadOnlyList<GiftCounts> counts) => new(
        kind,
        labels,
        [
            .. Fates.Where(f => counts.Any(c => f.Value(c) > 0)).Select(f => new ChartSeries(
                texts["redemption.gift-fate." + f.Text], [.. counts.Select(c => (decimal?)f.Value(c))])),
        ]);
}
