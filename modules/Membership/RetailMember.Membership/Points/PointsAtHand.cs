using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Ledger;

namespace RetailMember.Membership.Points;

/// <summary>The points that members have on a day.</summary>
internal sealed class PointsAtHand(IServiceScopeFactory scopes)
    : GatheredReads<(Guid Member, DateOnly Day), LedgerBalance>(scopes)
{
    protected override async Task<IReadOnlyDictionary<(Guid Member, DateOnly Day), LedgerBalance>> ReadAsync(
        IServiceProvider scope, int brandId, IReadOnlyCollection<(Guid Member, DateOnly Day)> keys)
    {
        var ledger = scope.GetRequiredService<ILedger>();
        var found = new Dictionary<(Guid, DateOnly), LedgerBalance>(keys.Count);
        foreach (var day in keys.GroupBy(k => k.Day, k => k.Member))
            foreach (var (member, balance) in await ledger.ReadBalancesAsync([.. day], MembershipUnits.Points, day.Key))
                found[(member, day.Key)] = balance;
        return found;
    }
}
