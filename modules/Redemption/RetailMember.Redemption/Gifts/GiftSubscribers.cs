using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Redemption.Gifts.Rules;

namespace RetailMember.Redemption.Gifts;

/// <summary>When an event is handled, as the histories of gifts keep it.</summary>
internal sealed class GiftClock(TimeProvider time, IBrandDirectory brands, DataSession session)
{
    public const string Operator = "gift-rules";

    public VoucherOccasion Now()
    {
        var at = time.GetUtcNow().UtcDateTime;
        return new VoucherOccasion(at, brands.Find(session.Brand!.Value)!.DateOf(at), Operator);
    }
}

internal sealed class GiftsOfEnrolments(GiftJudge judge, GiftClock clock) : Subscriber<MemberEnrolled>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel) =>
        judge.JudgeAsync(
            [.. events.Select(e => e.Event).Select(e => new GiftCause(e.MemberId, GiftReason.Enrolment, e.JoinedOn, e.StoreId))],
            clock.Now(), cancel);
}

internal sealed class GiftsOfPurchases(GiftJudge judge, GiftClock clock) : Subscriber<PurchaseRecorded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel) =>
        judge.JudgeAsync(
            [
                .. events.Select(e => e.Event).SelectMany(e => (GiftCause[])
                [
                    new GiftCause(e.MemberId, GiftReason.MonthSpend, e.BusinessDate, e.StoreId),
                    new GiftCause(e.MemberId, GiftReason.FirstPurchase, e.BusinessDate, e.StoreId),
                ]),
            ],
            clock.Now(), cancel);
}

internal sealed class GiftsOfTiers(GiftJudge judge, GiftClock clock) : Subscriber<TierChanged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<TierChanged>> events, CancellationToken cancel)
    {
        var now = clock.Now();
        return judge.JudgeAsync(
            [.. events.Select(e => new GiftCause(e.Event.MemberId, GiftReason.Tier, now.On, Reviews: true))], now, cancel);
    }
}
