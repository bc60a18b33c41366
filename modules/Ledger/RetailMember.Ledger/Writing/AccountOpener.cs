using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Locks the accounts of a batch in one order, opening those that are missing.</summary>
internal sealed class AccountOpener(
    IRows rows, Sequences sequences, DataSession session, IReadOnlyDictionary<string, LedgerUnit> units)
{
    public async Task<IReadOnlyCollection<Account>> LockAsync(
        IReadOnlyCollection<(Guid Owner, string Unit)> wanted, CancellationToken ct)
    {
        var found = await LockAsync(wanted.Select(w => w.Owner), ct);
        var missing = wanted.Where(w => !found.ContainsKey(w)).OrderBy(w => w.Owner).ThenBy(w => w.Unit).ToList();
        if (missing.Count == 0) return found.Values;

        var ids = await sequences.TakeAsync<Account>(missing.Count, ct);
        var opened = missing.Select((key, i) => new Account
        {
            Id = ids[i], BrandId = session.Brand!.Value, Owner = key.Owner, Unit = key.Unit, Floor = units[key.Unit].Floor,
        }).ToList();
        if (await rows.InsertMissingAsync(opened, ct) == opened.Count) return [.. found.Values, .. opened];

        // Someone else opened some of them a moment ago: theirs count.
        foreach (var (key, account) in await LockAsync(missing.Select(w => w.Owner), ct)) found[key] = account;
        return found.Values;
    }

    /// <summary>Those that owners have, of every unit.</summary>
    public async Task<Dictionary<(Guid Owner, string Unit), Account>> LockAsync(
        IEnumerable<Guid> owners, CancellationToken ct)
    {
        var locked = await rows.LockAsync<Account, Guid>(a => a.Owner, [.. owners.Distinct()], ct);
        return locked.Where(a => a.BrandId == session.Brand).ToDictionary(a => (a.Owner, a.Unit));
    }
}
