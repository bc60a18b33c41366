using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Restaurant.Data;

namespace RetailMember.Restaurant.Diners;

/// <summary>What this module holds about a member: when he was seen, and when it was tried to wake him.</summary>
internal sealed class DinerData(RestaurantDb db) : IMemberData
{
    public string Name => "restaurant";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        lastSeenOn = await db.Guests.Where(g => g.MemberId == member).Select(g => (DateOnly?)g.LastSeenOn).SingleOrDefaultAsync(cancel),
        wakeUps = await db.WakeUpCalls.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.HalfYear)
            .Select(c => new { c.HalfYear, c.SleptSince, c.CameBackOn }).ToListAsync(cancel),
    };
}
