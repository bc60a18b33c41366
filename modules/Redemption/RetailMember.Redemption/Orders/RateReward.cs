using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Notes what a member thought of something that he has had; once an order.</summary>
[Needs(RedemptionPermissions.RedeemRewards)]
internal sealed class RateReward(OrderBook book, RatingDesk desk) : UseCase<RateReward.Input, RateReward.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        await desk.NoteAsync(await book.LockAsync(input.Order, cancel), input.Stars, call, cancel);

    /// <param name="Stars">1 to 5; 1 and 2 are bad.</param>
    internal sealed record Input(Guid Order, int Stars) : IInput<Result>;

    internal sealed record Result(Guid Order, int Stars);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Stars).InclusiveBetween(1, 5);
    }
}
