using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Notes what a member thought of something that he has had; once an order.</summary>
[Needs(RedemptionPermissions.RedeemRewards)]
internal sealed class RateReward(RedemptionDb db, OrderBook book) : UseCase<RateReward.Input, RateReward.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.LockAsync(input.Order, cancel);
        if (order.State != RewardOrderState.Collected) throw OrderBook.NotOpen(order);
        if (await db.RewardRatings.AnyAsync(r => r.OrderId == order.Id, cancel))
            throw new Refusal("redemption.order-was-rated", RefusalKind.Conflict);
        db.RewardRatings.Add(new RewardRating
        {
            OrderId = order.Id, BrandId = order.BrandId, RewardId = order.RewardId, Stars = input.Stars, At = call.At,
        });
        return new Result(order.Id, input.Stars);
    }

    /// <param name="Stars">1 to 5; 1 and 2 are bad.</param>
    internal sealed record Input(Guid Order, int Stars) : IInput<Result>;

    internal sealed record Result(Guid Order, int Stars);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Stars).InclusiveBetween(1, 5);
    }
}
