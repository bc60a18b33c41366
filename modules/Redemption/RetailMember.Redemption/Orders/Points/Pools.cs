using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;

namespace RetailMember.Redemption.Orders.Points;

/// <summary>Opens the points of a batch: balances in one question, lots only of those who share a pool.</summary>
internal sealed class Pools(IEnumerable<IPointsPool> pools, ILedger ledger, IBrandDirectory brands, DataSession session)
{
    /// <param name="members">Who redeems.</param>
    /// <param name="pooled">Those of them who ask for their pool's points.</param>
    /// <param name="today">Business date of the brand.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<PointsBook> OpenAsync(
        IReadOnlyCollection<Guid> members, IReadOnlyCollection<Guid> pooled, DateOnly today, CancellationToken cancel)
    {
        var others = pooled.Count > 0 ? await OfAsync(pooled, cancel) : new Dictionary<Guid, IReadOnlyCollection<Guid>>();
        Guid[] sharing = [.. others.SelectMany(o => o.Value.Append(o.Key)).Distinct()];
        var balances = await ledger.ReadBalancesAsync([.. members.Union(sharing)], MembershipUnits.Points, today, cancel);
        var lots = new Dictionary<Guid, IReadOnlyList<LedgerLot>>();
        foreach (var member in sharing) lots[member] = await ledger.ReadLotsAsync(member, MembershipUnits.Points, cancel);
        return new PointsBook(balances, others, lots, today);
    }

    private async Task<Dictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, HashSet<Guid>>();
        foreach (var pool in pools.Where(p => brands.IsOn(p.Module, session.Brand!.Value, null)))
            foreach (var (member, others) in await pool.OfAsync(members, cancel))
            {
                if (!found.TryGetValue(member, out var known)) found.Add(member, known = []);
                known.UnionWith(others.Where(o => o != member));
            }

        return found.ToDictionary(f => f.Key, IReadOnlyCollection<Guid> (f) => [.. f.Value.Order()]);
    }
}
