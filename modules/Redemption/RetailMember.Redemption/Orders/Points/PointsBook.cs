using RetailMember.Ledger;

namespace RetailMember.Redemption.Orders.Points;

/// <summary>The points of a batch's members while it is decided, each redemption seeing what the ones before it took.</summary>
internal sealed class PointsBook(
    IReadOnlyDictionary<Guid, LedgerBalance> balances,
    IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>> pools,
    IReadOnlyDictionary<Guid, IReadOnlyList<LedgerLot>> lots,
    DateOnly today)
{
    private readonly Dictionary<Guid, long> usable = balances.ToDictionary(b => b.Key, b => b.Value.Usable);
    private readonly Dictionary<Guid, long> total = balances.ToDictionary(b => b.Key, b => b.Value.Total);

    /// <summary>What a member can spend; his pool's points too where he asks for them.</summary>
    public long Available(Guid member, bool pooled) => Payers(member, pooled).Sum(p => Math.Max(usable.GetValueOrDefault(p), 0));

    /// <summary>What a member has, pending points included.</summary>
    public long Total(Guid member) => total.GetValueOrDefault(member);

    /// <summary>
    /// Takes points that are available, of a pool first-to-expire first across its members and of one day the member's own
    /// first; answers who pays how many.
    /// </summary>
    public IReadOnlyList<PointsShare> Take(Guid member, bool pooled, long points)
    {
        var shares = pooled && pools.ContainsKey(member) ? Split(member, points) : [new PointsShare(member, points)];
        foreach (var share in shares)
        {
            usable[share.Member] = usable.GetValueOrDefault(share.Member) - share.Points;
            total[share.Member] = total.GetValueOrDefault(share.Member) - share.Points;
        }

        return shares;
    }

    private List<PointsShare> Split(Guid member, long points)
    {
        var open = Payers(member, pooled: true).Index()
            .SelectMany(p => OpenLots(p.Item).Select(l => (Order: p.Index, Member: p.Item, l.ExpiresOn, l.Left)))
            .OrderBy(l => l.ExpiresOn ?? DateOnly.MaxValue).ThenBy(l => l.Order);
        var taken = new Dictionary<Guid, long>();
        var left = points;
        foreach (var lot in open)
        {
            var part = Math.Min(left, lot.Left);
            taken[lot.Member] = taken.GetValueOrDefault(lot.Member) + part;
            if ((left -= part) == 0) break;
        }

        return [.. taken.Where(t => t.Value > 0).Select(t => new PointsShare(t.Key, t.Value))];
    }

    /// <summary>A member's lots, those that earlier redemptions of the batch and holes have eaten left out.</summary>
    private IEnumerable<(DateOnly? ExpiresOn, long Left)> OpenLots(Guid member)
    {
        var open = lots.GetValueOrDefault(member, [])
            .Where(l => l.Remaining > 0 && l.StartsOn <= today && !(l.ExpiresOn < today)).ToList();
        var eaten = open.Sum(l => l.Remaining) - Math.Max(usable.GetValueOrDefault(member), 0);
        foreach (var lot in open)
        {
            var part = Math.Min(eaten, lot.Remaining);
            eaten -= part;
            if (lot.Remaining > part) yield return (lot.ExpiresOn, lot.Remaining - part);
        }
    }

    private IEnumerable<Guid> Payers(Guid member, bool pooled) =>
        pooled && pools.TryGetValue(member, out var others) ? others.Prepend(member).Distinct() : [member];
}

/// <summary>Who pays how many points of a redemption.</summary>
internal sealed record PointsShare(Guid Member, long Points);
