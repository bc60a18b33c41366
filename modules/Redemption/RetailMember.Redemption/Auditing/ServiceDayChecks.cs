using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Auditing;

/// <summary>Holds the places that stores have given away on days against the bookings that hold or held them.</summary>
internal sealed class ServiceDayChecks(RedemptionDb db)
{
    public async Task<IEnumerable<BookFault>> FindAsync(CancellationToken cancel)
    {
        var booked = (await db.ServiceBookings.AsNoTracking().Where(b => b.State != ServiceBookingState.Cancelled)
                .GroupBy(b => new { b.RewardId, b.StoreId, b.On })
                .Select(g => new { g.Key.RewardId, g.Key.StoreId, g.Key.On, Count = g.Count() }).ToListAsync(cancel))
            .ToDictionary(g => ServiceDay.KeyOf(g.RewardId, g.StoreId, g.On), g => g.Count);
        var taken = await db.ServiceDays.AsNoTracking().ToDictionaryAsync(d => d.Key, d => d.Taken, cancel);
        string[] wrong =
            [.. booked.Keys.Union(taken.Keys).Where(k => booked.GetValueOrDefault(k) != taken.GetValueOrDefault(k))];
        return wrong.Length == 0 ? [] : [new BookFault("service-day-is-not-bookings", wrong.Length, wrong.Min(StringComparer.Ordinal)!)];
    }
}
