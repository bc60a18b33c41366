using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Apparel.Merging;

/// <summary>
/// Rungs and tasks go to the one who stays, and back; he has two of a rung that both have reached in a month, as long as what
/// each has bought carries it. Receipts are found by whoever has them. Who looked after the duplicate looks after the one who
/// stays where nobody did.
/// </summary>
internal sealed class ApparelMerge(ApparelDb db, IRows rows) : IMemberMerge
{
    public string Module => ApparelModule.ModuleName;

    public int Order => 400;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
    [
        new("apparel-rungs", await db.EarnedRungs.LongCountAsync(r => r.MemberId == member, cancel)),
        new("apparel-tasks", await db.CareTasks.LongCountAsync(t => t.MemberId == member, cancel)),
    ];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Duplicate, order.Survivor);
        var rungs = await db.EarnedRungs.Where(r => r.MemberId == from).Select(r => r.Id).ToListAsync(cancel);
        var tasks = await db.CareTasks.Where(t => t.MemberId == from).Select(t => t.Id).ToListAsync(cancel);
        Guid[] owned = await HandOnAsync(from, to, cancel) ? [from] : [];
        Guid[] moved = [.. rungs, .. tasks, .. owned];
        await OwnAsync(moved, from, to, cancel);
        await rows.InsertAsync(
            [.. moved.Select(row => new MergedRow { MergeId = order.Merge, Row = row, BrandId = order.BrandId })],
                cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Survivor, order.Duplicate);
        var moved = await db.MergedRows.Where(r => r.MergeId == order.Merge).Select(r => r.Row).ToArrayAsync(cancel);
        await OwnAsync(moved, from, to, cancel);
        // Somebody who was named since stays.
        if (moved.Contains(to))
            await db.CustomerOwners
                .Where(o => o.MemberId == from && db.CustomerOwners.Any(d => d.MemberId == to && d.Owner == o.Owner))
                .ExecuteDeleteAsync(cancel);
    }

    /// <summary>The duplicate's row stays, for when the merge is undone.</summary>
    private async Task<bool> HandOnAsync(Guid from, Guid to, CancellationToken cancel)
    {
        if (await db.CustomerOwners.AnyAsync(o => o.MemberId == to, cancel)) return false;
        var his = await db.CustomerOwners.AsNoTracking().SingleOrDefaultAsync(o => o.MemberId == from, cancel);
        if (his is null) return false;
        var handed = new CustomerOwner
        {
            MemberId = to, BrandId = his.BrandId, Owner = his.Owner, SetBy = his.SetBy, SetAt = his.SetAt,
        };
        await rows.InsertAsync([handed], cancel);
        return true;
    }

    private async Task OwnAsync(Guid[] moved, Guid from, Guid to, CancellationToken cancel)
    {
        await db.EarnedRungs.Where(r => r.MemberId == from && EF.Parameter(moved).Contains(r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, to), cancel);
        await db.CareTasks.Where(t => t.MemberId == from && EF.Parameter(moved).Contains(t.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.MemberId, to), cancel);
    }
}
