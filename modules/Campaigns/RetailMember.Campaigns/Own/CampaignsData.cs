using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Campaigns.Data;
using RetailMember.People;

namespace RetailMember.Campaigns.Own;

/// <summary>What this module holds about a member: awards, his referral code, and who brought whom without naming the other.</summary>
internal sealed class CampaignsData(CampaignsDb db) : IMemberData
{
    public string Name => "campaigns";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        referralCode = await db.Referrers.AsNoTracking().Where(r => r.MemberId == member).Select(r => r.Code)
            .SingleOrDefaultAsync(cancel),
        awards = await db.Awards.AsNoTracking().Where(a => a.MemberId == member).OrderBy(a => a.Id)
            .Select(a => new
            {
                a.On, a.Role, a.State, a.Subject, a.Note, a.Points, a.PointsTaken, a.Growth, a.TierTo, a.Vouchers, a.VouchersTaken,
                a.Benefit,
            }).ToListAsync(cancel),
        friends = await db.Referrals.AsNoTracking().Where(r => r.ReferrerId == member).OrderBy(r => r.EnrolledOn)
            .Select(r => new { r.State, r.EnrolledOn, r.SucceededOn }).ToListAsync(cancel),
        devicesSince = await db.MemberDevices.AsNoTracking().Where(d => d.MemberId == member).OrderBy(d => d.SeenAt)
            .Select(d => d.SeenAt).ToListAsync(cancel),
        broughtOn = await db.Referrals.AsNoTracking().Where(r => r.FriendId == member).Select(r => (DateOnly?)r.EnrolledOn)
            .SingleOrDefaultAsync(cancel),
    };
}
