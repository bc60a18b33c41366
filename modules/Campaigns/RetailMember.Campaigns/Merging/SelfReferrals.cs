using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Referrals;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Merging;

/// <summary>
/// Whoever turns out to have brought himself gives back what both of his selves had of it. Two people after all: a person
/// decides whether the referral between them counts again.
/// </summary>
internal sealed class SelfReferrals(CampaignsDb db, IMemberAwards members, ReferralRefusal refusal)
{
    public async Task MergedAsync(MembersMerged merge, CancellationToken cancel)
    {
        await members.HoldAsync([merge.SurvivorId], cancel);
        foreach (var referral in await Between(merge.SurvivorId, merge.DuplicateId)
            .Where(r => r.State != ReferralState.Refused).ToListAsync(cancel))
            await refusal.RefuseAsync(referral, ReferralWhy.Merged, ReferralWhy.Oneself, cancel);
    }

    public async Task UnmergedAsync(MembersUnmerged merge, CancellationToken cancel)
    {
        foreach (var referral in await Between(merge.SurvivorId, merge.DuplicateId)
            .Where(r => r.State == ReferralState.Refused && r.Why == ReferralWhy.Merged).ToListAsync(cancel))
            referral.State = ReferralState.Held;
    }

    /// <summary>Whichever of the two brought the other: a merge leaves it as it is.</summary>
    private IQueryable<Referral> Between(Guid one, Guid other) => db.Referrals.Where(
        r => (r.ReferrerId == one && r.FriendId == other) || (r.ReferrerId == other && r.FriendId == one));
}

internal sealed class SelfReferralsOfMerges(SelfReferrals referrals) : Subscriber<MembersMerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events) await referrals.MergedAsync(merge.Event, cancel);
    }
}

internal sealed class SelfReferralsOfUnmerges(SelfReferrals referrals) : Subscriber<MembersUnmerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersUnmerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events) await referrals.UnmergedAsync(merge.Event, cancel);
    }
}
