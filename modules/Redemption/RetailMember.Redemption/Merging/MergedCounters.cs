using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Merging;

/// <summary>
/// What the two have taken of limited things adds up: one person has one limit. Taken apart again, each has his own; what
/// was given back meanwhile lowers the duplicate's share last. What was taken of rewards is counted anew from the orders,
/// which go over and come back themselves.
/// </summary>
internal sealed class MergedCounters(RedemptionDb db, Quotas quotas)
{
    public async Task<IReadOnlyList<MergedShelfRow>> MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var keys = (await db.Quotas.AsNoTracking()
                .Where(q => q.MemberId == order.Duplicate && q.Taken > 0 && !db.Rewards.Any(r => r.Id == q.Subject))
                .ToListAsync(cancel))
            .ConvertAll(q => new QuotaKey(q.MemberId, q.Subject, q.Period));
        var book = await quotas.OpenAsync([.. keys, .. keys.Select(k => k with { Member = order.Survivor })], cancel);
        var moved = new List<MergedShelfRow>();
        foreach (var key in keys)
        {
            var taken = book.Taken(key);
            Shift(book, key, key with { Member = order.Survivor }, taken);
            moved.Add(new MergedShelfRow
            {
                MergeId = order.Merge, Kind = MergedShelfKind.Quota, Row = $"{key.Subject:N}/{key.Period}",
                BrandId = order.BrandId, Amount = taken,
            });
        }

        await book.SaveAsync(cancel);
        await ForgetRewardsAsync(order, cancel);
        return moved;
    }

    public async Task MoveBackAsync(
        MemberMergeOrder order, IReadOnlyCollection<MergedShelfRow> moved, CancellationToken cancel)
    {
        var keys = moved.Select(r => (Key: KeyOf(r, order.Survivor), r.Amount)).ToList();
        var book = await quotas.OpenAsync(
            [.. keys.Select(k => k.Key), .. keys.Select(k => k.Key with { Member = order.Duplicate })], cancel);
        foreach (var (key, amount) in keys)
            Shift(book, key, key with { Member = order.Duplicate }, Math.Min(amount, book.Taken(key)));
        await book.SaveAsync(cancel);
        await ForgetRewardsAsync(order, cancel);
    }

    /// <summary>Also those that only one of them has a counter of: a limit may be younger than the other's orders.</summary>
    private async Task ForgetRewardsAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        Guid[] both = [order.Survivor, order.Duplicate];
        var book = await quotas.OpenOfAsync(both, cancel);
        var rewards = await db.Quotas.AsNoTracking()
            .Where(q => EF.Parameter(both).Contains(q.MemberId) && db.Rewards.Any(r => r.Id == q.Subject))
            .Select(q => q.Subject).Distinct().ToListAsync(cancel);
        foreach (var member in both)
            foreach (var reward in rewards) book.Forget(member, reward);
        await book.SaveAsync(cancel);
    }

    private static void Shift(QuotaBook book, QuotaKey from, QuotaKey to, long amount)
    {
        book.GiveBack(from, amount);
        book.TryTake(to, amount, long.MaxValue);
    }

    private static QuotaKey KeyOf(MergedShelfRow row, Guid member)
    {
        var cut = row.Row.IndexOf('/', StringComparison.Ordinal);
        return new QuotaKey(member, Guid.ParseExact(row.Row[..cut], "N"), row.Row[(cut + 1)..]);
    }
}
