using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption;

/// <summary>Counts what members take of limited things; two takers of the last one wait for each other.</summary>
internal sealed class Quotas(IRows rows, DataSession session)
{
    /// <summary>Locks the counters that a batch will ask for, until the transaction ends.</summary>
    public Task<QuotaBook> OpenAsync(IReadOnlyCollection<QuotaKey> keys, CancellationToken cancel) =>
        OpenAsync(keys, new HashSet<QuotaKey>(), cancel);

    /// <param name="keys">All that will be asked for.</param>
    /// <param name="uncounted">Those of them that do not begin at zero: see <see cref="Quota.NotCounted"/>.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<QuotaBook> OpenAsync(
        IReadOnlyCollection<QuotaKey> keys, IReadOnlySet<QuotaKey> uncounted, CancellationToken cancel)
    {
        if (keys.Count == 0) return new QuotaBook(rows, []);
        var brand = session.Brand!.Value;
        QuotaKey[] sorted =
        [
            .. keys.Distinct()
                .OrderBy(k => k.Member).ThenBy(k => k.Subject).ThenBy(k => k.Period, StringComparer.Ordinal),
        ];
        await rows.InsertMissingAsync(
            [.. sorted.Select(k => new Quota
            {
                BrandId = brand,
                MemberId = k.Member,
                Subject = k.Subject,
                Period = k.Period,
                Taken = uncounted.Contains(k) ? Quota.NotCounted : 0,
            })],
            cancel);
        return await OpenOfAsync([.. sorted.Select(k => k.Member).Distinct()], cancel);
    }

    /// <summary>Locks what counters members have.</summary>
    public async Task<QuotaBook> OpenOfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        new(rows, await rows.LockAsync<Quota, Guid>(q => q.MemberId, members, cancel));
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

    public bool IsUncounted(QuotaKey key) => counters[key].Taken == Quota.NotCounted;

    /// <summary>What orders say of a counter that was not counted.</summary>
    public void Count(QuotaKey key, long taken)
    {
        counters[key].Taken = taken;
        changed.Add(counters[key]);
    }

    /// <summary>A member's counters of a thing, whatever the period, are counted anew when they are opened next.</summary>
    public void Forget(Guid member, Guid subject)
    {
        foreach (var counter in counters.Values.Where(c => c.MemberId == member && c.Subject == subject))
        {
            counter.Taken = Quota.NotCounted;
            changed.Add(counter);
        }
    }

    /// <summary>Gives back of a counter where there is one.</summary>
    public void GiveBack(QuotaKey key, long amount)
    {
        if (counters.TryGetValue(key, out var counter)) Add(counter, -Math.Min(amount, counter.Taken));
    }

    public Task SaveAsync(CancellationToken cancel) => rows.UpdateAsync(changed, [nameof(Quota.Taken)], cancel);

    private void Add(Quota counter, long amount)
    {
        // What is not counted yet will be, with whatever is moved to it now.
        if (counter.Taken == Quota.NotCounted) return;
        counter.Taken += amount;
        changed.Add(counter);
    }
}
