using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Orders;

/// <summary>Takes from the member what an order had given him at once, as long as he has not used it.</summary>
internal sealed class TakeBack(IVouchers vouchers, IRows rows)
{
    /// <summary>False, and nothing taken, where it was used.</summary>
    public Task<bool> TryAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel) => order.Kind switch
    {
        RewardKind.Coupon => RevokeAsync(order, occasion, cancel),
        RewardKind.Service => EndAsync(order, cancel),
        _ => Task.FromResult(true),
    };

    private async Task<bool> RevokeAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var revocation = new VoucherRevocation(Delivery.VoucherKey(order), "returned", occasion) { OnlyUnused = true };
        return (await vouchers.RevokeAsync([revocation], cancel))[0].Refusal is null;
    }

    private async Task<bool> EndAsync(RewardOrder order, CancellationToken cancel)
    {
        var entitlement = (await rows.LockAsync<Entitlement, Guid>(e => e.Id, [order.Id], cancel)).Single();
        if (entitlement.Used > 0) return false;
        entitlement.Revoked = true;
        await rows.UpdateAsync([entitlement], [nameof(Entitlement.Revoked)], cancel);
        return true;
    }
}
