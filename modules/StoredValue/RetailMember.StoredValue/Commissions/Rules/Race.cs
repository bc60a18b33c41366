namespace RetailMember.StoredValue.Commissions.Rules;

/// <summary>A delivered sale as a sales campaign counts it.</summary>
/// <param name="Sale">Its number; numbers tell the order of sales that were delivered at one moment.</param>
/// <param name="At">UTC; delivered.</param>
/// <param name="IsCard">A new card rather than a reload.</param>
/// <param name="NetFen">Principal less what was refunded of it.</param>
/// <param name="Refunded">The card was given back.</param>
internal sealed record RaceSale(long Sale, Guid Seller, DateTime At, bool IsCard, long NetFen, bool Refunded);

/// <summary>Somebody's place in the race.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Sold">Fen net of refunds, or cards.</param>
/// <param name="ReachedAt">UTC; with which sale he came to it.</param>
internal sealed record RacePlace(int Place, Guid Seller, long Sold, DateTime ReachedAt);

/// <summary>Who wins the awards of a sales campaign.</summary>
internal static class Race
{
    /// <summary>The first card that was delivered and kept; null where there is none.</summary>
    public static RaceSale? FirstCard(IEnumerable<RaceSale> sales) =>
        sales.Where(s => s is { IsCard: true, Refunded: false }).OrderBy(s => s.At).ThenBy(s => s.Sale).FirstOrDefault();

    /// <summary>Everybody who sold something that was kept, best first; of equals whoever reached it earlier.</summary>
    public static IReadOnlyList<RacePlace> Rank(IEnumerable<RaceSale> sales, RaceMetric metric)
    {
        var counted = metric == RaceMetric.Cards
            ? sales.Where(s => s is { IsCard: true, Refunded: false }).Select(s => (Sale: s, Value: 1L))
            : sales.Where(s => s.NetFen > 0).Select(s => (Sale: s, Value: s.NetFen));
        var ranked = counted.GroupBy(c => c.Sale.Seller)
            .Select(g => (Seller: g.Key, Sold: g.Sum(c => c.Value), At: g.Max(c => c.Sale.At), Last: g.Max(c => c.Sale.Sale)))
            .OrderByDescending(r => r.Sold).ThenBy(r => r.At).ThenBy(r => r.Last);
        return [.. ranked.Select((r, i) => new RacePlace(i + 1, r.Seller, r.Sold, r.At))];
    }
}

internal enum RaceMetric
{
    Principal,
    Cards,
}
