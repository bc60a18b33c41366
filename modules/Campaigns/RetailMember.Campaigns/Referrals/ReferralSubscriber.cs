using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Referrals;

internal sealed class AwardsOfEnrolments(ReferralJudge judge) : Subscriber<MemberEnrolled>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel) =>
        judge.EnrolledAsync([.. events.Select(e => e.Event)], cancel);
}
