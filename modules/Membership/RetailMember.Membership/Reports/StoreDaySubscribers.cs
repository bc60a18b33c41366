using RetailMember.Events;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Reports;

internal sealed class StoreDayOfEnrolments(StoreDayBook book) : Subscriber<MemberEnrolled>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel) =>
        book.AddAsync(
            events.Select(e => e.Event).Select(e => new StoreDay
            {
                BrandId = e.BrandId,
                StoreId = e.StoreId ?? 0,
                Day = e.JoinedOn,
                NewMembers = 1,
            }),
            cancel);
}

internal sealed class StoreDayOfPurchases(StoreDayBook book) : Subscriber<PurchaseRecorded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel) =>
        book.AddAsync(
            events.Select(e => e.Event).Select(e => new StoreDay
            {
                BrandId = e.BrandId,
                StoreId = e.StoreId,
                Day = e.BusinessDate,
                Purchases = e.PaidFen > 0 ? 1 : 0,
                PaidFen = e.PaidFen,
                PointsIssued = e.Points,
            }),
            cancel);
}

internal sealed class StoreDayOfRefunds(StoreDayBook book) : Subscriber<PurchaseRefunded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRefunded>> events, CancellationToken cancel) =>
        book.AddAsync(
            events.Select(e => e.Event).Select(e => new StoreDay
            {
                BrandId = e.BrandId,
                StoreId = e.StoreId,
                Day = e.BusinessDate,
                RefundedFen = e.AmountFen,
                PointsTakenBack = e.PointsTaken,
            }),
            cancel);
}
