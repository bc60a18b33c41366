using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Services;

namespace RetailMember.Redemption.Orders;

/// <summary>Takes from the member what an order had given him at once, as long as he has not used it.</summary>
internal sealed class TakeBack(RedemptionDb db, IVouchers vouchers, ServiceDays days, OfferedRights rights, IRows rows)
{
    private const string Used = "redemption.reward-was-used";

    /// <summary>
    /// Null, or the code of a refusal, and nothing taken: it was used, or passed on to who did not order it.
    /// </summary>
    public Task<string?> TryAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel) => order.Kind switch
    {
        RewardKind.Coupon => RevokeAsync(order, occasion, cancel),
        RewardKind.Service => EndAsync(order, occasion, cancel),
        RewardKind.Right => UngrantAsync(order, occasion, cancel),
        _ => Task.FromResult<string?>(null),
    };

    private async Task<string?> RevokeAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var revocation = new VoucherRevocation(Delivery.VoucherKey(order), "returned", occasion)
        {
            OnlyUnused = true, Holder = order.MemberId,
        };
        return (await vouchers.RevokeAsync([revocation], cancel))[0].Refusal is null ? null : Used;
    }

    private async Task<string?> EndAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var entitlement = (await rows.LockAsync<Entitlement, Guid>(e => e.Id, [order.Id], cancel)).Single();
        if (entitlement.Used > 0) return Used;
        entitlement.Revoked = true;
        await rows.UpdateAsync([entitlement], [nameof(Entitlement.Revoked)], cancel);
        foreach (var booking in await days.OpenAsync(entitlement.Id, occasion.On, cancel))
            await days.MoveAsync(booking, ServiceBookingState.Cancelled, occasion, "returned", cancel);
        return null;
    }

    private async Task<string?> UngrantAsync(RewardOrder order, VoucherOccasion occasion, CancellationToken cancel)
    {
        var reward = await db.Rewards.AsNoTracking().SingleAsync(r => r.Id == order.RewardId, cancel);
        return CatalogueShelf.TermsOf(reward).Right is { } terms && rights.Find(terms.Name, order.StoreId) is { } right
            ? await right.TakeBackAsync(new RightGrant(order.MemberId, terms.Parameter, order.Id, occasion.On), cancel)
            : RewardRefusals.RightNotReturnable;
    }
}
