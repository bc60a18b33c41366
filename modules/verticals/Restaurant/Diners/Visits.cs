using RetailMember.Membership;
using RetailMember.StoredValue;

namespace RetailMember.Restaurant.Diners;

/// <summary>When members were here, by their receipts and by what their cards paid without one.</summary>
internal sealed class Visits(IMemberReceipts receipts, ICardPayments payments)
{
    public static readonly DateOnly Beginning = new(2000, 1, 1);

    /// <summary>Both ends included.</summary>
    public async Task<IReadOnlyList<(Guid Member, DateOnly On)>> SinceAsync(
        IReadOnlyCollection<Guid> members, DateOnly since, DateOnly today, CancellationToken cancel) => members.Count == 0
        ? []
        :
        [
            .. (await receipts.DaysAsync(members, since, today, cancel)).Where(d => d.Purchases > 0).Select(d => (d.Member, d.Day)),
            .. (await payments.LastDaysAsync(members, since, cancel)).Select(p => (p.Key, p.Value)),
        ];
}
