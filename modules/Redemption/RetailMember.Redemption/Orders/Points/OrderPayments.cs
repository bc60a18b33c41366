using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Orders.Points;

/// <summary>Says whose points paid for orders: the member's own, and where they were pooled those of others.</summary>
internal sealed class OrderPayments(RedemptionDb db)
{
    public async Task<IReadOnlyList<OrderPayment>> OfAsync(IReadOnlyCollection<RewardOrder> orders, CancellationToken cancel)
    {
        Guid[] ids = [.. orders.Where(o => o.Pooled).Select(o => o.Id)];
        var shares = ids.Length == 0
            ? []
            : await db.RewardOrderShares.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.OrderId)).ToListAsync(cancel);
        return Of(orders, shares);
    }

    public static IReadOnlyList<OrderPayment> Of(
        IReadOnlyCollection<RewardOrder> orders, IReadOnlyCollection<RewardOrderShare> shares)
    {
        var others = shares.ToLookup(s => s.OrderId);
        return
        [
            .. from order in orders
               from payment in others[order.Id]
                   .Select(s => new OrderPayment(
                       order, s.MemberId, s.Points, $"{order.PostingKey}/{s.MemberId:N}", $"{order.UndoKey}/{s.MemberId:N}"))
                   .Prepend(new OrderPayment(
                       order, order.MemberId, order.Points - others[order.Id].Sum(s => s.Points), order.PostingKey, order.UndoKey))
               where payment.Points > 0
               select payment,
        ];
    }
}

/// <summary>One member's points for an order.</summary>
/// <param name="PostingKey">Of the posting that took them.</param>
/// <param name="UndoKey">Of the posting that gives them back.</param>
internal sealed record OrderPayment(RewardOrder Order, Guid Member, long Points, string PostingKey, string UndoKey);
