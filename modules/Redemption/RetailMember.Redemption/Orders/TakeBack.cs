using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Takes from the member what an order had given him at once, as long as he has not used it.</summary>
internal sealed class TakeBack(IVouchers vouchers, IRows rows)
{
    public async Task OfAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        if (order.Kind == RewardKind.Coupon) await RevokeAsync(order, occasion, cancel);
        if (order.Kind == RewardKind.Service) await EndAsync(order, cancel);
    }

    private async Task RevokeAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var revocation = new VoucherRevocation(Delivery.VoucherKey(order), "returned", occasion) { OnlyUnused = true };
        if ((await vouchers.RevokeAsync([revocation], cancel))[0].Refusal is not null) throw Used();
    }

    private async Task EndAsync(RewardOrder order, CancellationToken cancel)
    {
        var entitlement = (await rows.LockAsync<Entitlement, Guid>(e => e.Id, [order.Id], cancel)).Single();
        if (entitlement.Used > 0) throw Used();
        entitlement.Revoked = true;
        await rows.UpdateAsync([entitlement], [nameof(Entitlement.Revoked)], cancel);
    }

    private static Refusal Used() => new("redemption.reward-was-used", RefusalKind.Conflict);
}
