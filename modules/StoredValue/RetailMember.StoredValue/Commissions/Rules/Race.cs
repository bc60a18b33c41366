namespace RetailMember.StoredValue.Commissions.Rules;

/// <summary>A delivered sale as a sales campaign counts it.</summary>
/// <param name="Sale">Its number; numbers tell the order of sales that were delivered at one moment.</param>
/// <param name="Seller">Null: nobody is credited, so that it wins nothing.</param>
/// <param name="At">UTC; delivered.</param>
/// <param name="IsCard">A new card rather than a reload.</param>
/// <param name="NetFen">Principal less what was refunded of it.</param>
/// <param name="Refunded">The card was given back.</param>
internal sealed record RaceSale(long Sale, Guid? Seller, DateTime At, bool IsCard, long NetFen, bool Refunded)
{
    /// <summary>User name.</summary>
    public string? SellerName { get; init; }

    public int StoreId { get; init; }

    /// <summary>The first business day on which it can no longer be taken back without a reason.</summary>
    public DateOnly? KeptFrom { get; init; }

    /// <summary>What it counted when the race was over, in fen or cards; null: it is not over.</summary>
    public long? Counted { get; init; }

    /// <summary>Fen or cards.</summary>
    public long CountOf(RaceMetric metric) => metric == RaceMetric.Cards ? (IsCard && !Refunded ? 1 : 0) : Math.Max(0, NetFen);
}

/// <summary>Somebody's place in the race.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Sold">Fen net of refunds, or cards.</param>
/// <param name="ReachedAt">UTC; with which sale he came to it.</param>
internal sealed record RacePlace(int Place, Guid Seller, long Sold, DateTime ReachedAt);

/// <summary>Who wins the awards of a sales campaign.</summary>
internal static class Race
{
    /// <summary>The first card that was delivered and kept; null where there is none.</summary>
    public static RaceSale? FirstCard(IEnumerable<RaceSale> sales) => sales
        .Where(s => s is { Seller: not null, IsCard: true, Refunded: false }).OrderBy(s => s.At).ThenBy(s => s.Sale).FirstOrDefault();

    /// <summary>
    /// Everybody who sold something that was kept, best first; of equals whoever reached it earlier. Of a race that is over,
    /// by what counted then: what comes back later changes no place, while a sale that is credited to another takes its count
    /// along.
    /// </summary>
    public static IReadOnlyList<RacePlace> Rank(IEnumerable<RaceSale> sales, RaceMetric metric)
    {
        var ranked = sales.Where(s => s.Seller is not null)
            .Select(s => (Sale: s, Count: s.Counted ?? s.CountOf(metric))).Where(s => s.Count > 0)
            .GroupBy(s => s.Sale.Seller!.Value)
            .Select(g => (
                Seller: g.Key, Sold: g.Sum(s => s.Count), At: g.Max(s => s.Sale.At), Last: g.Max(s => s.Sale.Sale)))
            .OrderByDescending(r => r.Sold).ThenBy(r => r.At).ThenBy(r => r.Last);
        return [.. ranked.Select((r, i) => new RacePlace(i + 1, r.Seller, r.Sold, r.At))];
    }

    /// <summary>
    /// The latest sale of which something was kept until now of the best of those who have one; null where there is none.
    /// </summary>
    public static RaceSale? Best(IReadOnlyCollection<RaceSale> sales, RaceMetric metric)
    {
        var kept = sales.Where(s => s.NetFen > 0).OrderBy(s => s.At).ThenBy(s => s.Sale).ToList();
        return Rank(sales, metric).Select(p => kept.FindLast(s => s.Seller == p.Seller)).FirstOrDefault(s => s is not null);
    }
}

internal enum RaceMetric
{
    Principal,
    Cards,
}
