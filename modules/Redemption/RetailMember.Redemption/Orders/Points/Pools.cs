using RetailMember.Ledger;
using RetailMember.Membership;

namespace RetailMember.Redemption.Orders.Points;

/// <summary>Opens the points of a batch: the accounts of all who may pay are locked and read once.</summary>
internal sealed class Pools(IEnumerable<IPointsPool> pools, ILedger ledger, ModuleSwitches modules)
{
    /// <param name="asks">What the batch may take.</param>
    /// <param name="today">Business date of the brand.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<PointsBook> OpenAsync(
        IReadOnlyCollection<PointsAsk> asks, DateOnly today, CancellationToken cancel)
    {
        Guid[] pooled = [.. asks.Where(a => a.Pooled).Select(a => a.Member).Distinct()];
        var others = new PoolsOfBatch(pooled.Length > 0 ? await OfAsync(pooled, cancel) : []);
        var most = new Dictionary<Guid, long>();
        foreach (var ask in asks)
            foreach (var payer in others.PayersOf(ask.Member, ask.Pooled))
                most[payer] = most.GetValueOrDefault(payer) + ask.Most;
        return new PointsBook(await ledger.OpenAsync(MembershipUnits.Points, today, most, cancel), others);
    }

    /// <summary>Who may pay for a member beside himself.</summary>
    public async Task<IReadOnlyCollection<Guid>> OthersOfAsync(Guid member, CancellationToken cancel) =>
        (await OfAsync([member], cancel)).GetValueOrDefault(member) ?? [];

    private async Task<Dictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, HashSet<Guid>>();
        foreach (var pool in pools.Where(p => modules.IsOn(p.Module)))
            foreach (var (member, others) in await pool.OfAsync(members, cancel))
            {
                if (!found.TryGetValue(member, out var known)) found.Add(member, known = []);
                known.UnionWith(others.Where(o => o != member));
            }

        return found.ToDictionary(f => f.Key, IReadOnlyCollection<Guid> (f) => [.. f.Value.Order()]);
    }
}

/// <summary>The points that one redemption may take.</summary>
/// <param name="Pooled">Whether others of the member's pool pay too.</param>
/// <param name="Most">At the list price.</param>
internal sealed record PointsAsk(Guid Member, bool Pooled, long Most);

/// <summary>By member who asks for it, the others of his pool.</summary>
internal sealed class PoolsOfBatch(IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>> others)
{
    public IEnumerable<Guid> PayersOf(Guid member, bool pooled) =>
        pooled && others.TryGetValue(member, out var pool) ? pool.Prepend(member).Distinct() : [member];
}
