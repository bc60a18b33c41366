using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Takes back some orders that were left lying: one transaction's share of <see cref="ExpireOrders"/>.</summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class ExpireSomeOrders(RedemptionDb db, OrderBook book, OrderUndo undo)
    : UseCase<ExpireSomeOrders.Input, ExpireSomeOrders.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ids = await db.RewardOrders
            .Where(o => (o.State == RewardOrderState.Reserved || o.State == RewardOrderState.Ready) && o.HeldUntil < input.AsOf)
            .OrderBy(o => o.Id).Select(o => o.Id).Take(input.Limit).ToListAsync(cancel);

        // Looked at once more under the lock: a cancellation may have been faster.
        var lapsed = (await book.LockAsync(ids, cancel)).Where(o => o.IsOpen && o.HeldUntil < input.AsOf).ToList();
        await undo.UndoAsync(lapsed, RewardOrderState.Expired, call.Occasion(), "expiry", restock: true, cancel);
        return new Result(ids.Count);
    }

    /// <param name="AsOf">Orders whose last day is before it lapse.</param>
    internal sealed record Input(DateOnly AsOf, int Limit) : IInput<Result>;

    internal sealed record Result(int Orders);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}
