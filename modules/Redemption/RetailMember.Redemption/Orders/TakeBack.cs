using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Services;

namespace RetailMember.Redemption.Orders;

/// <summary>Takes from the member what an order had given him at once, as long as he has not used it.</summary>
internal sealed class TakeBack(IVouchers vouchers, ServiceDays days, IRows rows)
{
    /// <summary>False, and nothing taken, where it was used, or passed on: whoever has it now did not order it.</summary>
    public Task<bool> TryAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel) => order.Kind switch
    {
        RewardKind.Coupon => RevokeAsync(order, occasion, cancel),
        RewardKind.Service => EndAsync(order, occasion, cancel),
        _ => Task.FromResult(true),
    };

    private async Task<bool> RevokeAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var revocation = new VoucherRevocation(Delivery.VoucherKey(order), "returned", occasion)
        {
            OnlyUnused = true, Holder = order.MemberId,
        };
        return (await vouchers.RevokeAsync([revocation], cancel))[0].Refusal is null;
    }

    private async Task<bool> EndAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var entitlement = (await rows.LockAsync<Entitlement, Guid>(e => e.Id, [order.Id], cancel)).Single();
        if (entitlement.Used > 0) return false;
        entitlement.Revoked = true;
        await rows.UpdateAsync([entitlement], [nameof(Entitlement.Revoked)], cancel);
        foreach (var booking in await days.OpenAsync(entitlement.Id, occasion.On, cancel))
            await days.MoveAsync(booking, ServiceBookingState.Cancelled, occasion, "returned", cancel);
        return true;
    }
}
