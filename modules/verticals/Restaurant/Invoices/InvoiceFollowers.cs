using RetailMember.Membership;
using RetailMember.StoredValue;

namespace RetailMember.Restaurant.Invoices;

/// <summary>Principal of a load that is paid out again leaves its invoice to be reversed.</summary>
internal sealed class InvoicesOfLoads(InvoiceDesk desk) : IPrincipalFollower
{
    public Task PaidOutAsync(IReadOnlyCollection<Guid> loads, CancellationToken cancel) => desk.FollowAsync(loads, cancel);
}

/// <summary>Money that a refund gives back leaves the invoice of the receipt to be reversed; the till is told so.</summary>
internal sealed class InvoicesOfReceipts(InvoiceDesk desk) : IRefundFollower
{
    public int Order => 900;

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel) =>
    [
        .. (await desk.FollowAsync([refund.PurchaseId], cancel)).Select(i =>
            new RefundLine(RestaurantModule.ModuleName, "invoice", i.InvoiceNo!, refund.MemberNo, 0, 0) { Id = i.Id, Stays = true }),
    ];
}
