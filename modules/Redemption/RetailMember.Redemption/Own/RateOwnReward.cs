using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>A member says what he thinks of something that he has had; once an order.</summary>
[OwnMember]
internal sealed class RateOwnReward(RedemptionDb db, OrderBook book) : UseCase<RateOwnReward.Input, RateReward.Result>
{
    protected override async Task<RateReward.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.LockAsync(input.Order, cancel);
        if (order.MemberId != call.Caller.Id) throw new Refusal("member.not-own", RefusalKind.NotFound);
        if (order.State != RewardOrderState.Collected) throw OrderBook.NotOpen(order);
        if (await db.RewardRatings.AnyAsync(r => r.OrderId == order.Id, cancel))
            throw new Refusal("redemption.order-was-rated", RefusalKind.Conflict);
        db.RewardRatings.Add(new RewardRating
        {
            OrderId = order.Id, BrandId = order.BrandId, RewardId = order.RewardId, Stars = input.Stars, At = call.At,
        });
        return new RateReward.Result(order.Id, input.Stars);
    }

    /// <param name="Stars">1 to 5; 1 and 2 are bad.</param>
    internal sealed record Input(Guid Order, int Stars) : IInput<RateReward.Result>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Stars).InclusiveBetween(1, 5);
    }
}
