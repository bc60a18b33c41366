using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Purchases;

internal sealed class AwardsOfPurchases(PurchaseJudge judge) : Subscriber<PurchaseRecorded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel) =>
        judge.JudgeAsync([.. events.Select(e => e.Event)], cancel);
}
