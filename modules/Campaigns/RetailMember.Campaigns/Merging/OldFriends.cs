using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Referrals;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Merging;

/// <summary>
/// Whoever turns out to have been a member before he was brought is no new friend: both sides give back what they had of it.
/// Two people after all: a person decides whether the referral counts again.
/// </summary>
internal sealed class OldFriends(CampaignsDb db, IMemberAwards members, ReferralRefusal refusal)
{
    public async Task MergedAsync(MembersMerged merge, CancellationToken cancel)
    {
        var found = await db.Referrals.AsNoTracking()
            .Where(r => (r.FriendId == merge.SurvivorId || r.FriendId == merge.DuplicateId) && r.State != ReferralState.Refused)
            .OrderBy(r => r.Id).ToListAsync(cancel);
        if (found.Count == 0) return;
        var standing = await members.HoldAsync(
            [merge.SurvivorId, merge.DuplicateId, .. found.Select(r => r.ReferrerId)], cancel);
        foreach (var one in found)
        {
            var ofDuplicate = one.FriendId == merge.DuplicateId || await IsMovedAsync(merge, one, cancel);
            var other = standing.GetValueOrDefault(ofDuplicate ? merge.SurvivorId : merge.DuplicateId);
            if (other is null || other.JoinedOn >= one.EnrolledOn) continue;
            var referral = await db.Referrals.SingleAsync(r => r.Id == one.Id, cancel);
            if (referral.State != ReferralState.Refused)
                await refusal.RefuseAsync(referral, ReferralWhy.MergedNotNew, ReferralWhy.NotNew, cancel);
        }
    }

    public async Task UnmergedAsync(MembersUnmerged merge, CancellationToken cancel)
    {
        foreach (var referral in await db.Referrals
            .Where(r => (r.FriendId == merge.DuplicateId || r.FriendId == merge.SurvivorId)
                && r.State == ReferralState.Refused && r.Why == ReferralWhy.MergedNotNew)
            .ToListAsync(cancel))
            referral.State = ReferralState.Held;
    }

    private Task<bool> IsMovedAsync(MembersMerged merge, Referral referral, CancellationToken cancel) => db.MergedRows.AnyAsync(
        r => r.MergeId == merge.MergeId && r.Kind == MergedCampaignKind.Friend && r.Row == referral.Id, cancel);
}

internal sealed class OldFriendsOfMerges(OldFriends friends) : Subscriber<MembersMerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events) await friends.MergedAsync(merge.Event, cancel);
    }
}

internal sealed class OldFriendsOfUnmerges(OldFriends friends) : Subscriber<MembersUnmerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersUnmerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events) await friends.UnmergedAsync(merge.Event, cancel);
    }
}
