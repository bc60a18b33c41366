using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption;

/// <summary>Counts what members take of limited things; two takers of the last one wait for each other.</summary>
internal sealed class Quotas(IRows rows, DataSession session)
{
    /// <summary>Locks the counters that a batch will ask for, until the transaction ends.</summary>
    public async Task<QuotaBook> OpenAsync(IReadOnlyCollection<QuotaKey> keys, CancellationToken cancel)
    {
        if (keys.Count == 0) return new QuotaBook(rows, []);
        var brand = session.Brand!.Value;
        QuotaKey[] sorted =
        [
            .. keys.Distinct()
                .OrderBy(k => k.Member).ThenBy(k => k.Subject).ThenBy(k => k.Period, StringComparer.Ordinal),
        ];
        await rows.InsertMissingAsync(
            [.. sorted.Select(k => new Quota { BrandId = brand, MemberId = k.Member, Subject = k.Subject, Period = k.Period })],
            cancel);
        Guid[] members = [.. sorted.Select(k => k.Member).Distinct()];
        return new QuotaBook(rows, await rows.LockAsync<Quota, Guid>(q => q.MemberId, members, cancel));
    }
}

/// <summary>One counter: who, of what, in which period.</summary>
internal sealed record QuotaKey(Guid Member, Guid Subject, string Period = Quota.Ever);

/// <summary>Counters that are locked, while a batch is decided.</summary>
internal sealed class QuotaBook(IRows rows, IReadOnlyCollection<Quota> locked)
{
    private readonly Dictionary<QuotaKey, Quota> counters =
        locked.ToDictionary(q => new QuotaKey(q.MemberId, q.Subject, q.Period));

    private readonly HashSet<Quota> changed = [];

    public long Taken(QuotaKey key) => counters[key].Taken;

    /// <summary>False, and nothing taken, where it would be more than the limit.</summary>
    public bool TryTake(QuotaKey key, long amount, long limit)
    {
        var counter = counters[key];
        if (counter.Taken + amount > limit) return false;
        Add(counter, amount);
        return true;
    }

    public void GiveBack(QuotaKey key, long amount) => Add(counters[key], -Math.Min(amount, counters[key].Taken));

    public Task SaveAsync(CancellationToken cancel) => rows.UpdateAsync(changed, [nameof(Quota.Taken)], cancel);

    private void Add(Quota counter, long amount)
    {
        counter.Taken += amount;
        changed.Add(counter);
    }
}
