using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Notes what a member thought of something that he has had; once an order.</summary>
internal sealed class RatingDesk(RedemptionDb db)
{
    /// <param name="order">Locked.</param>
    /// <param name="stars">1 to 5.</param>
    /// <param name="call">When.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<RateReward.Result> NoteAsync(RewardOrder order, int stars, CallContext call, CancellationToken cancel)
    {
        if (order.State != RewardOrderState.Collected) throw OrderBook.NotOpen(order);
        if (await db.RewardRatings.AnyAsync(r => r.OrderId == order.Id, cancel))
            throw new Refusal("redemption.order-was-rated", RefusalKind.Conflict);
        db.RewardRatings.Add(new RewardRating
        {
            OrderId = order.Id, BrandId = order.BrandId, RewardId = order.RewardId, Stars = stars, At = call.At,
        });
        return new RateReward.Result(order.Id, stars);
    }
}
