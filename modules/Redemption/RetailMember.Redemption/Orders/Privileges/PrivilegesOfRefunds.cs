using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Redemption.Orders.Privileges;

/// <summary>
/// Looks once more at what a refunded receipt had opened: a redemption that ran beside the refund may have read the receipt
/// as it was before.
/// </summary>
internal sealed class PrivilegesOfRefunds(
    ReceiptPrivileges privileges, TimeProvider time, IBrandDirectory brands, DataSession session) : Subscriber<PurchaseRefunded>
{
    private const string Operator = "refund";

    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRefunded>> events, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        var today = brands.Find(session.Brand!.Value)!.DateOf(at);
        foreach (var refund in events.Select(e => e.Event).DistinctBy(e => e.PurchaseId))
            await privileges.ReviewAsync(
                refund.MemberId, refund.PurchaseId, new VoucherOccasion(at, today, Operator, refund.StoreId), cancel);
    }
}
