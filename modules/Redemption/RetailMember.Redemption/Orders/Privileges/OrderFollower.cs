using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Orders.Privileges;

/// <summary>Takes back what a receipt has opened, with its refund and in the same transaction.</summary>
internal sealed class OrderFollower(ReceiptPrivileges privileges, CatalogueShelf shelf) : IRefundFollower
{
    public int Order => 300;

    public Task HoldAsync(Guid purchase, Guid member, CancellationToken cancel) =>
        privileges.HoldAsync(member, purchase, cancel);

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        var met = await privileges.ReviewAsync(refund.Member, refund.PurchaseId, refund.Occasion.ForVouchers(), cancel);
        if (met.Count == 0) return [];
        var codes = await shelf.CodesAsync([.. met.Select(m => m.Order.RewardId).Distinct()], cancel);
        return [.. met.Select(m => LineOf(m, codes[m.Order.RewardId], refund.MemberNo))];
    }

    private static RefundLine LineOf(ReviewedOrder met, string reward, string memberNo) =>
        new("Redemption", "order", reward, memberNo, 0, met.Stays ? 0 : met.Order.Pieces)
        {
            Id = met.Order.Id,
            PointsReturned = met.PointsReturned,
            Stays = met.Stays,
        };
}
