using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Points;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Takes orders back: the very posting is reversed, so that points return to the lots they came from, and stock and limits
/// with them. An order that was left lying loses the privilege of its receipt; any other gets it back.
/// </summary>
internal sealed class OrderUndo(ILedger ledger, Quotas quotas, Stocks stocks, OrderBook book, OrderPayments payments, ISettings settings)
{
    public const string GraceSetting = "Redemption.GraceDays";

    /// <param name="orders">Locked.</param>
    /// <param name="state">Cancelled, expired or returned.</param>
    /// <param name="occasion">When, where and by whom.</param>
    /// <param name="note">Why.</param>
    /// <param name="restock">Whether the goods go back into stock: what was handed out, where it came back.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task UndoAsync(
        IReadOnlyCollection<RewardOrder> orders, RewardOrderState state, VoucherOccasion occasion, string note, bool restock,
        CancellationToken cancel)
    {
        if (orders.Count == 0) return;
        var counted = await quotas.OpenOfAsync([.. orders.Select(o => o.MemberId).Distinct()], cancel);
        // Points before stock, as who redeems does: neither waits for the other crosswise.
        await ReverseAsync(await payments.OfAsync(orders, cancel), state, occasion, cancel);
        await stocks.PlaceAsync(
            [.. orders.Select(o => (o.RewardId, Place: CameBackElsewhere(o, state, occasion))).Where(p => p.Place is not null)
                .Select(p => (p.RewardId, p.Place!.Value))],
            cancel);
        var stock = await stocks.OpenAsync([.. orders.Where(o => o.StockPlace is not null).Select(o => o.RewardId).Distinct()], cancel);
        foreach (var order in orders)
        {
            counted.Forget(order.MemberId, order.RewardId);
            if (state != RewardOrderState.Expired && order.ReceiptCounter() is { } receipt)
                counted.GiveBack(receipt, order.Pieces);
            if (!restock) stock.WriteOff(order.RewardId, order.StockPlace, order.Pieces);
            else if (CameBackElsewhere(order, state, occasion) is { } there)
                stock.MoveBack(order.RewardId, order.StockPlace!.Value, there, order.Pieces);
            else stock.GiveBack(order.RewardId, order.StockPlace, order.Pieces);
        }

        await counted.SaveAsync(cancel);
        await stock.SaveAsync(cancel);
        await book.MoveAsync(orders, state, occasion, note, cancel);
    }

    /// <summary>The store that has a piece now which another one handed out; null where it is back at its place.</summary>
    private static int? CameBackElsewhere(RewardOrder order, RewardOrderState state, VoucherOccasion occasion) =>
        state == RewardOrderState.Returned && order.StockPlace is { } place && place != RewardStock.Shared
        && occasion.StoreId is { } store && store != place
            ? store
            : null;

    private async Task ReverseAsync(
        IReadOnlyCollection<OrderPayment> paid, RewardOrderState state, VoucherOccasion occasion, CancellationToken cancel)
    {
        var outcomes = await ledger.PostAsync(
            [.. paid.Select(p => new Reversal
            {
                Key = p.UndoKey,
                Reverses = p.PostingKey,
                Owner = p.Member,
                Unit = MembershipUnits.Points,
                Amount = p.Points,
                On = occasion.On,
                GraceDays = (int)settings.WholeNumber(GraceSetting, p.Order.BrandId),
                Reason = new PostingReason
                {
                    StoreId = occasion.StoreId ?? p.Order.StoreId,
                    Operator = occasion.Operator,
                    Rule = state.ToString().ToLowerInvariant(),
                    Source = p.Order.Id.ToString(),
                },
            })],
            cancel);
        if (outcomes.FirstOrDefault(o => o.Status == PostingStatus.Refused) is { } no) throw new Refusal(no.Code!, RefusalKind.Conflict);
    }
}
