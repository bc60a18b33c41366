using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Brands;
using RetailMember.People;

namespace RetailMember.Apparel.Customers;

/// <summary>What the module knows of a member, for the copy of his data.</summary>
internal sealed class ApparelData(ApparelDb db) : IMemberData
{
    public string Name => "apparel";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        Rungs = await db.EarnedRungs.AsNoTracking().Where(r => r.MemberId == member).OrderBy(r => r.Month)
            .ThenBy(r => r.Points)
            .Select(r => new { r.Month, r.Points, r.Voucher, r.ReachedOn, r.ClaimUntil }).ToListAsync(cancel),
        Services = await db.CareTasks.AsNoTracking().Where(t => t.MemberId == member).OrderBy(t => t.RaisedOn)
            .ThenBy(t => t.Id)
            .Select(t => new { t.NameZh, t.RaisedOn, t.DueOn, t.Wish, t.Note, t.DoneOn }).ToListAsync(cancel),
        Reminders = await db.SentReminders.AsNoTracking().Where(r => r.MemberId == member).OrderBy(r => r.On)
            .Select(r => new { r.On, r.Kind, r.Points, r.Missing }).ToListAsync(cancel),
    };
}
