using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Privileges;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Hands an order out: by the code that the member shows, or after a manual check that says how he was known. Not after
/// its last day, at another store, by a receipt that was given back, what may not be given any more, or twice.
/// </summary>
[Needs(RedemptionPermissions.HandOutOrders)]
internal sealed class Collect(
    OrderBook book, CatalogueShelf catalogue, ReceiptPrivileges privileges, SecretCode codes, LookUpThrottle throttle)
    : UseCase<Collect.Input, OrderMoved>
{
    protected override async Task<OrderMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Store is not { } store) throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var order = input.Code is { } code ? await ByCodeAsync(code, call, cancel) : await book.LockAsync(input.Order!.Value, cancel);
        if (!order.IsOpen) throw OrderBook.NotOpen(order);
        OrderBook.RefuseIfLapsed(order, call);
        if (order.StoreId is { } ordered && ordered != store.Id) throw OrderBook.AtOtherStore();
        // Whoever redeemed beside the refund read the receipt as it was before.
        if (!await privileges.StandsAsync(order, cancel))
            throw new Refusal("redemption.order-receipt-refunded", RefusalKind.Conflict);
        if (await catalogue.ForbiddenAsync(order.RewardId, cancel) is { } forbidden) throw forbidden;
        order.HandedOutBy = call.Caller.Id;
        await book.MoveAsync(
            [order], RewardOrderState.Collected, call.Occasion(),
            input.Code is null ? CodeWays.Checked + input.Check : CodeWays.OfCode(order), cancel);
        return OrderMoved.Of(order);
    }

    private async Task<RewardOrder> ByCodeAsync(string code, CallContext call, CancellationToken cancel)
    {
        await throttle.CheckAsync(call, cancel);
        var order = codes.IndexOf(code, OrderTables.CodePurpose) is { } index ? await book.LockAsync(index, cancel) : null;
        if (order is null) await throttle.NoteAsync(call);
        return order ?? throw OrderBook.NotFound();
    }

    internal sealed record Input : IInput<OrderMoved>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key hands out once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>As scanned or typed; either this or <see cref="Order"/>.</summary>
        [Personal]
        public string? Code { get; init; }

        public Guid? Order { get; init; }

        /// <summary>Of a manual check: how the member was known.</summary>
        public string? Check { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Code).MaximumLength(64);
            RuleFor(i => i.Code).Must((i, _) => i.Code is null != i.Order is null).WithErrorCode("redemption.code-or-order");
            RuleFor(i => i.Check).NotEmpty().When(i => i.Order is not null);
            RuleFor(i => i.Check).MaximumLength(100);
        }
    }
}
