using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Engagement.Data;
using RetailMember.Membership;

namespace RetailMember.Engagement.Merging;

/// <summary>
/// Sign-ups go to the survivor of a merge, and back. Where both signed up for the same event each keeps his own, so
/// that no seat is lost or won by it.
/// </summary>
internal sealed class EngagementMerge(EngagementDb db, IRows rows) : IMemberMerge
{
    public string Module => "Engagement";

    public int Order => 400;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
        await db.SignUps.LongCountAsync(s => s.MemberId == member, cancel) is > 0 and var signUps
            ? [new("sign-ups", signUps)]
            : [];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Duplicate, order.Survivor);
        var signUps = await db.SignUps
            .Where(s => s.MemberId == from && !db.SignUps.Any(o => o.MemberId == to && o.EventId == s.EventId))
            .Select(s => s.Id).ToListAsync(cancel);
        MergedRow[] moved = [.. signUps.Select(id => new MergedRow
        {
            MergeId = order.Merge, Kind = MergedKind.SignUp, Row = id, BrandId = order.BrandId,
        })];
        await OwnAsync(moved, from, to, cancel);
        await rows.InsertAsync(moved, cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel) => await OwnAsync(
        await db.MergedRows.AsNoTracking().Where(r => r.MergeId == order.Merge).ToListAsync(cancel),
        order.Survivor, order.Duplicate, cancel);

    private async Task OwnAsync(IReadOnlyCollection<MergedRow> moved, Guid from, Guid to, CancellationToken cancel)
    {
        Guid[] signUps = [.. moved.Where(r => r.Kind == MergedKind.SignUp).Select(r => r.Row)];
        await db.SignUps.Where(s => s.MemberId == from && EF.Parameter(signUps).Contains(s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.MemberId, to), cancel);
    }
}
