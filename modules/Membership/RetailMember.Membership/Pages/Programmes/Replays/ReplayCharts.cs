using System.Globalization;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Replays;

/// <summary>The charts of a replay.</summary>
internal sealed class ReplayCharts(ReadReplay.Result found, ITexts texts)
{
    private const int MostStores = 12;

    public ChartData Months => new(
        ChartKind.Bar,
        [.. found.ByMonth!.Select(m => m.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture))],
        [
            new(texts["membership.replays.books"], [.. found.ByMonth!.Select(m => (decimal?)m.Sums.Points)]),
            new(texts["membership.replays.replayed"], [.. found.ByMonth!.Select(m => (decimal?)m.Sums.ReplayedPoints)]),
        ]);

    /// <summary>Where most becomes different.</summary>
    public ChartData Stores
    {
        get
        {
            var stores = found.ByStore!.OrderByDescending(s => Math.Abs(ChangeOf(s.Sums))).Take(MostStores).ToList();
            return new(
                ChartKind.HorizontalBar,
                [.. stores.Select(s => s.Name.Length > 0 ? s.Name : s.StoreCode)],
                [new(texts["membership.replays.change"], [.. stores.Select(s => (decimal?)ChangeOf(s.Sums))])]);
        }
    }

    public ChartData Tiers => new(
        ChartKind.Bar,
        [.. found.ByTier!.Select(t => t.Tier.Name)],
        [new(texts["membership.replays.change"], [.. found.ByTier!.Select(t => (decimal?)ChangeOf(t.Sums))])]);

    public ChartData Distribution => new(
        ChartKind.Bar,
        [.. found.Changes!.Select(ReplayWords.Step)],
        [new(texts["membership.replays.members"], [.. found.Changes!.Select(c => (decimal?)c.Members)])]);

    private static long ChangeOf(ReplaySumsView sums) => sums.ReplayedPoints - sums.Points;
}
