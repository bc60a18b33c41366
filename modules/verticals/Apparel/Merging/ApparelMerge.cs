using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Apparel.Merging;

/// <summary>
/// Rungs and tasks go to the one who stays, and back. A rung that both have reached in a month stays with the
/// duplicate's name: its voucher has gone along. Receipts are found by whoever has them.
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
        var rungs = await db.EarnedRungs
            .Where(r => r.MemberId == from
                && !db.EarnedRungs.Any(o => o.MemberId == to && o.Month == r.Month && o.Points == r.Points))
            .Select(r => r.Id).ToListAsync(cancel);
        var tasks = await db.CareTasks.Where(t => t.MemberId == from).Select(t => t.Id).ToListAsync(cancel);
        Guid[] moved = [.. rungs, .. tasks];
        await OwnAsync(moved, from, to, cancel);
        await rows.InsertAsync(
            [.. moved.Select(row => new MergedRow { MergeId = order.Merge, Row = row, BrandId = order.BrandId })],
                cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel) => await OwnAsync(
        await db.MergedRows.Where(r => r.MergeId == order.Merge).Select(r => r.Row).ToArrayAsync(cancel),
        order.Survivor, order.Duplicate, cancel);

    private async Task OwnAsync(Guid[] moved, Guid from, Guid to, CancellationToken cancel)
    {
        await db.EarnedRungs.Where(r => r.MemberId == from && EF.Parameter(moved).Contains(r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, to), cancel);
        await db.CareTasks.Where(t => t.MemberId == from && EF.Parameter(moved).Contains(t.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.MemberId, to), cancel);
    }
}
