using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Fetches orders to be moved, writes down each step, and tells of it.</summary>
internal sealed class OrderBook(RedemptionDb db, IRows rows, DataSession session, Sequences sequences, IEvents events)
{
    public async Task<RewardOrder> FindAsync(Guid id, CancellationToken cancel) =>
        await db.RewardOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel) ?? throw NotFound();

    /// <summary>The order of a code that was scanned; null where no order of the brand has it.</summary>
    public Task<RewardOrder?> FindAsync(string codeIndex, CancellationToken cancel) =>
        db.RewardOrders.AsNoTracking().SingleOrDefaultAsync(o => o.CodeIndex == codeIndex, cancel);

    /// <summary>Locked until the transaction ends.</summary>
    public async Task<RewardOrder> LockAsync(Guid id, CancellationToken cancel) =>
        (await LockAsync([id], cancel)).SingleOrDefault() ?? throw NotFound();

    public async Task<List<RewardOrder>> LockAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        [.. (await rows.LockAsync<RewardOrder, Guid>(o => o.Id, ids, cancel)).Where(o => o.BrandId == session.Brand)];

    /// <summary>The order of a code that was scanned; null where no order of the brand has it.</summary>
    public async Task<RewardOrder?> LockAsync(string codeIndex, CancellationToken cancel) =>
        (await rows.LockAsync<RewardOrder, string>(o => o.CodeIndex, [codeIndex], cancel))
            .SingleOrDefault(o => o.BrandId == session.Brand);

    public async Task MoveAsync(
        IReadOnlyCollection<RewardOrder> orders, RewardOrderState state, VoucherOccasion occasion, string note, CancellationToken cancel)
    {
        foreach (var order in orders)
        {
            order.State = state;
            if (!order.IsOpen) order.ClosedAt = occasion.At;
        }

        await rows.UpdateAsync(orders, RewardOrder.Moving, cancel);
        await AppendAsync([.. orders.Select(o => Step(o, occasion, note))], cancel);
        foreach (var order in orders)
            events.Add(new RewardOrderMoved(
                order.BrandId, order.Id, order.MemberId, order.RewardId, order.StoreId, MoveTo(state), order.Points,
                order.HeldUntil));
    }

    private static RewardOrderMove MoveTo(RewardOrderState state) => state switch
    {
        RewardOrderState.Ready => RewardOrderMove.Ready,
        RewardOrderState.Collected => RewardOrderMove.Collected,
        RewardOrderState.Cancelled => RewardOrderMove.Cancelled,
        RewardOrderState.Expired => RewardOrderMove.Expired,
        RewardOrderState.Returned => RewardOrderMove.Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public async Task AppendAsync(IReadOnlyList<RewardOrderStep> steps, CancellationToken cancel)
    {
        var ids = await sequences.TakeAsync<RewardOrderStep>(steps.Count, cancel);
        for (var i = 0; i < steps.Count; i++) steps[i].Id = ids[i];
        await rows.InsertAsync(steps, cancel);
    }

    public static RewardOrderStep Step(RewardOrder order, VoucherOccasion occasion, string note) => new()
    {
        BrandId = order.BrandId,
        OrderId = order.Id,
        State = order.State,
        Note = note,
        // What is done from afar or by a job is done at the store that holds it.
        StoreId = occasion.StoreId ?? order.StoreId,
        Operator = occasion.Operator,
        At = occasion.At,
    };

    /// <summary>The order has gone on: what is asked does not fit the state it is in.</summary>
    public static Refusal NotOpen(RewardOrder order) =>
        new("redemption.order-not-open", RefusalKind.Conflict, ("state", order.State));

    public static Refusal AtOtherStore() => new("redemption.order-at-other-store", RefusalKind.Conflict);

    /// <summary>Refuses with <c>redemption.order-lapsed</c> what nobody collected in time, taken back yet or not.</summary>
    public static void RefuseIfLapsed(RewardOrder order, CallContext call)
    {
        if (order.HeldUntil < call.RequiredBrand.DateOf(call.At))
            throw new Refusal("redemption.order-lapsed", RefusalKind.Conflict, ("heldUntil", order.HeldUntil));
    }

    public static Refusal NotFound() => new("redemption.order-not-found", RefusalKind.NotFound);
}
