using FluentValidation;
using RetailMember.Redemption.Orders;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>A member says what he thinks of something that he has had; once an order.</summary>
[OwnMember]
internal sealed class RateOwnReward(OrderBook book, RatingDesk desk) : UseCase<RateOwnReward.Input, RateReward.Result>
{
    protected override async Task<RateReward.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.LockAsync(input.Order, cancel);
        if (order.MemberId != call.Caller.Id) throw new Refusal("member.not-own", RefusalKind.NotFound);
        return await desk.NoteAsync(order, input.Stars, call, cancel);
    }

    /// <param name="Stars">1 to 5; 1 and 2 are bad.</param>
    internal sealed record Input(Guid Order, int Stars) : IInput<RateReward.Result>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Stars).InclusiveBetween(1, 5);
    }
}
