using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Merging;

/// <summary>
/// Awards and referrals go to the survivor of a merge, and back: a refund afterwards takes back from him what a campaign
/// gave for the receipt. Whoever was brought himself stays so once: where both were, each keeps his own. A referral code
/// stays with the number that drew it, and brings friends to whoever stands for that number.
/// </summary>
internal sealed class CampaignMerge(CampaignsDb db, IRows rows) : IMemberMerge
{
    public string Module => "Campaigns";

    public int Order => 300;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
    [
        new("awards", await db.Awards.LongCountAsync(a => a.MemberId == member, cancel)),
        new("referrals", await db.Referrals.LongCountAsync(r => r.ReferrerId == member, cancel)),
    ];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Duplicate, order.Survivor);
        MergedCampaignRow[] moved =
        [
            .. Rows(MergedCampaignKind.Award, await db.Awards.Where(a => a.MemberId == from).Select(a => a.Id).ToListAsync(cancel)),
            .. Rows(
                MergedCampaignKind.Referral,
                // Who turns out to have brought himself is nobody's friend any more; that referral stays as it is.
                await db.Referrals.Where(r => r.ReferrerId == from && r.FriendId != to).Select(r => r.Id).ToListAsync(cancel)),
            .. Rows(
                MergedCampaignKind.Friend,
                await db.Referrals.Where(r => r.FriendId == from && r.ReferrerId != to && !db.Referrals.Any(o => o.FriendId == to))
                    .Select(r => r.Id).ToListAsync(cancel)),
        ];
        await OwnAsync(moved, from, to, cancel);
        await rows.InsertAsync(moved, cancel);

        IEnumerable<MergedCampaignRow> Rows(MergedCampaignKind kind, List<Guid> ids) => ids.Select(
            id => new MergedCampaignRow { MergeId = order.Merge, Kind = kind, Row = id, BrandId = order.BrandId });
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel) => await OwnAsync(
        await db.MergedRows.AsNoTracking().Where(r => r.MergeId == order.Merge).ToListAsync(cancel),
        order.Survivor, order.Duplicate, cancel);

    private async Task OwnAsync(IReadOnlyCollection<MergedCampaignRow> moved, Guid from, Guid to, CancellationToken cancel)
    {
        var (awards, referrals, friends) =
            (Ids(MergedCampaignKind.Award), Ids(MergedCampaignKind.Referral), Ids(MergedCampaignKind.Friend));
        await db.Awards.Where(a => a.MemberId == from && EF.Parameter(awards).Contains(a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.MemberId, to), cancel);
        await db.Referrals.Where(r => r.ReferrerId == from && EF.Parameter(referrals).Contains(r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.ReferrerId, to), cancel);
        await db.Referrals.Where(r => r.FriendId == from && EF.Parameter(friends).Contains(r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.FriendId, to), cancel);

        Guid[] Ids(MergedCampaignKind kind) => [.. moved.Where(r => r.Kind == kind).Select(r => r.Row)];
    }
}
