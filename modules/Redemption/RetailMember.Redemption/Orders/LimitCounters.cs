using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// The counters of rewards' limits. One that was not counted yet, or whose limit was changed since, is counted from the
/// member's orders: a limit holds for what was had before it was set, too.
/// </summary>
internal sealed class LimitCounters(RedemptionDb db, Quotas quotas)
{
    private static readonly RewardLimit[] Periods = [.. Enum.GetValues<LimitPeriod>().Select(p => new RewardLimit(p, 0))];

    /// <summary>Locked until the transaction ends.</summary>
    /// <param name="limits">Counters of limits.</param>
    /// <param name="others">Counters of what is not in orders by reward and period.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<QuotaBook> OpenAsync(
        IReadOnlySet<QuotaKey> limits, IReadOnlyCollection<QuotaKey> others, CancellationToken cancel)
    {
        var book = await quotas.OpenAsync([.. limits, .. others], limits, cancel);
        foreach (var (key, taken) in await CountAsync([.. limits.Where(book.IsUncounted)], cancel)) book.Count(key, taken);
        return book;
    }

    /// <summary>What members have taken, of limits and of all else, without a lock.</summary>
    public async Task<IReadOnlyDictionary<QuotaKey, long>> ReadAsync(
        IReadOnlyCollection<Guid> members, IReadOnlyCollection<QuotaKey> limits, CancellationToken cancel)
    {
        var taken = (await db.Quotas.AsNoTracking()
                .Where(q => EF.Parameter(members).Contains(q.MemberId) && q.Taken > 0).ToListAsync(cancel))
            .ToDictionary(q => new QuotaKey(q.MemberId, q.Subject, q.Period), q => q.Taken);
        var uncounted = await CountAsync([.. limits.Where(l => !taken.ContainsKey(l))], cancel);
        foreach (var (key, counted) in uncounted) taken[key] = counted;
        return taken;
    }

    /// <summary>Pieces of orders that stand; those of gifts cost no points and count in no limit.</summary>
    private async Task<Dictionary<QuotaKey, long>> CountAsync(IReadOnlyCollection<QuotaKey> keys, CancellationToken cancel)
    {
        var counted = keys.Distinct().ToDictionary(k => k, _ => 0L);
        if (counted.Count == 0) return counted;
        Guid[] members = [.. keys.Select(k => k.Member).Distinct()];
        Guid[] rewards = [.. keys.Select(k => k.Subject).Distinct()];
        var had = await db.RewardOrders.AsNoTracking()
            .Where(o => EF.Parameter(members).Contains(o.MemberId) && EF.Parameter(rewards).Contains(o.RewardId)
                && o.State <= RewardOrderState.Collected && o.Points > 0)
            .GroupBy(o => new { o.MemberId, o.RewardId, o.OrderedOn, o.EditionId })
            .Select(g => new { g.Key, Pieces = g.Sum(o => (long)o.Pieces) })
            .ToListAsync(cancel);
        foreach (var day in had)
            foreach (var period in Periods)
            {
                var key = new QuotaKey(day.Key.MemberId, day.Key.RewardId, period.KeyOf(day.Key.OrderedOn, day.Key.EditionId));
                if (counted.TryGetValue(key, out var before)) counted[key] = before + day.Pieces;
            }

        return counted;
    }
}
