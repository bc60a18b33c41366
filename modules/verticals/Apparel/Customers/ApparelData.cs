using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;

namespace RetailMember.Apparel.Customers;

/// <summary>
/// What the module knows of a member, for the copy of his data; also what was handed to marketing under a number that
/// was merged into his.
/// </summary>
internal sealed class ApparelData(ApparelDb db, RungViews views, IMergedMembers merged, IStaff staff, TimeProvider time)
    : IMemberData
{
    public string Name => "apparel";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel)
    {
        Guid[] files = [member, .. (await merged.IntoAsync([member], cancel)).Select(m => m.Id)];
        return new
        {
            LookedAfterBy = await OwnerOfAsync(member, cancel),
            Rungs = await RungsOfAsync(member, time.Today(brand), cancel),
            Services = await db.CareTasks.AsNoTracking().Where(t => t.MemberId == member).OrderBy(t => t.RaisedOn)
                .ThenBy(t => t.Id)
                .Select(t => new { t.NameZh, t.RaisedOn, t.DueOn, t.State, t.Wish, t.Note, t.DoneOn }).ToListAsync(cancel),
            Reminders = await db.SentReminders.AsNoTracking().Where(r => EF.Parameter(files).Contains(r.MemberId))
                .OrderBy(r => r.On).Select(r => new { r.On, r.Kind, r.Points, r.Missing }).ToListAsync(cancel),
        };
    }

    private async Task<string?> OwnerOfAsync(Guid member, CancellationToken cancel) =>
        await db.CustomerOwners.AsNoTracking().Where(o => o.MemberId == member).Select(o => o.Owner)
            .SingleOrDefaultAsync(cancel) is { } owner ? staff.Find(owner)?.DisplayName ?? owner : null;

    private async Task<IReadOnlyList<object>> RungsOfAsync(Guid member, DateOnly today, CancellationToken cancel)
    {
        var rungs = await db.EarnedRungs.AsNoTracking().Where(r => r.MemberId == member).OrderBy(r => r.Month)
            .ThenBy(r => r.Points).ToListAsync(cancel);
        var shown = await views.OfAsync(rungs, today, cancel);
        return
        [
            .. rungs.Select(r => new { r.Month, r.Points, r.Voucher, r.ReachedOn, r.ClaimUntil, shown[r.Id].State }),
        ];
    }
}
