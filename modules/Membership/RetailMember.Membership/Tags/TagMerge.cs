using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Tags;

/// <summary>
/// Tags that people gave go to the survivor of a merge where he has them not yet, and back. Those of rules follow from
/// whose receipts are whose, and are judged again right after it.
/// </summary>
internal sealed class TagMerge(MembershipDb db, IRows rows) : IMemberMerge
{
    public string Module => "Membership";

    public int Order => 100;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
        await ByHand(member).LongCountAsync(cancel) is > 0 and var count ? [new("tags", count)] : [];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var moving = await ByHand(order.Duplicate)
            .Where(h => !db.MemberTags.Any(o => o.MemberId == order.Survivor && o.TagId == h.TagId))
            .Select(h => h.TagId).ToArrayAsync(cancel);
        await OwnAsync(moving, order.Duplicate, order.Survivor, cancel);
        await rows.InsertAsync(
            [
                .. moving.Select(tag => new MergedRow
                {
                    MergeId = order.Merge, Kind = MergedKind.Tag, Row = tag.ToString("N"), BrandId = order.BrandId,
                }),
            ],
            cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var moved = await db.MergedRows.AsNoTracking().Where(r => r.MergeId == order.Merge && r.Kind == MergedKind.Tag)
            .Select(r => r.Row).ToListAsync(cancel);
        await OwnAsync([.. moved.Select(row => Guid.ParseExact(row, "N"))], order.Survivor, order.Duplicate, cancel);
    }

    private IQueryable<MemberTag> ByHand(Guid member) => db.MemberTags.AsNoTracking()
        .Where(h => h.MemberId == member && db.Tags.Any(t => t.Id == h.TagId && t.Kind == TagKind.Manual));

    private async Task OwnAsync(Guid[] tags, Guid from, Guid to, CancellationToken cancel) => await db.MemberTags
        .Where(h => h.MemberId == from && EF.Parameter(tags).Contains(h.TagId))
        .ExecuteUpdateAsync(set => set.SetProperty(h => h.MemberId, to), cancel);
}
