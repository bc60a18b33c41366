using RetailMember.Ledger;
using RetailMember.Membership;

namespace RetailMember.Redemption.Orders.Points;

/// <summary>Says what members can still spend after each redemption of a batch, once all of them are written.</summary>
internal sealed class PointsLeft(ILedger ledger)
{
    /// <param name="redemptions">Of one day, in the order in which they were decided.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task TellAsync(IReadOnlyList<RedemptionUnderway> redemptions, CancellationToken cancel)
    {
        var balances = await ledger.ReadBalancesAsync(
            [.. redemptions.SelectMany(r => r.Shares.Select(s => s.Member).Append(r.Member.Id)).Distinct()], MembershipUnits.Points,
            redemptions[0].Order.OrderedOn, cancel);
        var left = balances.ToDictionary(b => b.Key, b => b.Value.Usable);
        // From the last back: what a redemption took was still there after those before it.
        foreach (var redemption in redemptions.Reverse())
        {
            redemption.Balance = left.GetValueOrDefault(redemption.Member.Id);
            foreach (var share in redemption.Shares) left[share.Member] += share.Points;
        }
    }
}
