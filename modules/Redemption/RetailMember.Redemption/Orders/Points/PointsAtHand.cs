using RetailMember.Ledger;
using RetailMember.Membership;

namespace RetailMember.Redemption.Orders.Points;

/// <summary>Says what a member can spend now, alone and with his pool.</summary>
internal sealed class PointsAtHand(Pools pools, ILedger ledger)
{
    /// <returns>His own, and those of all who may pay, with his own; null where nobody else may.</returns>
    public async Task<(long Own, long? Pool)> OfAsync(Guid member, DateOnly today, CancellationToken cancel)
    {
        var others = await pools.OthersOfAsync(member, cancel);
        var balances = await ledger.ReadBalancesAsync([.. others, member], MembershipUnits.Points, today, cancel);
        var own = UsableOf(member);
        return (own, others.Count == 0 ? null : Math.Max(0, own) + others.Sum(o => Math.Max(0, UsableOf(o))));

        long UsableOf(Guid one) => balances.GetValueOrDefault(one)?.Usable ?? 0;
    }
}
