using RetailMember.Events;

namespace RetailMember.Redemption;

/// <summary>A voucher paid part of a receipt.</summary>
/// <param name="MemberId">The holder.</param>
/// <param name="DiscountFen">What it paid, in fen.</param>
[EventName("redemption.voucher-used.v1")]
public sealed record VoucherUsed(int BrandId, Guid VoucherId, Guid MemberId, int? StoreId, long DiscountFen) : IEvent;

/// <summary>A member's points bought a reward.</summary>
/// <param name="Points">What it cost him.</param>
[EventName("redemption.reward-redeemed.v1")]
public sealed record RewardRedeemed(
    int BrandId, Guid OrderId, Guid MemberId, Guid RewardId, int? StoreId, long Points) : IEvent;

/// <summary>A member has earned a gift.</summary>
/// <param name="Reason">Why, such as a rule's code.</param>
/// <param name="ClaimUntil">Last business day to claim it; null where he has it already.</param>
[EventName("redemption.gift-earned.v1")]
public sealed record GiftEarned(int BrandId, Guid GiftId, Guid MemberId, string Reason, DateOnly? ClaimUntil) : IEvent;

/// <summary>
/// An order of a member has taken a step that he is told of. What points have bought at once, such as a coupon, is told
/// as <see cref="RewardRedeemed"/> alone.
/// </summary>
/// <param name="StoreId">The store that holds it; null where any store hands it out.</param>
/// <param name="Points">What it cost, in points; given back where it was cancelled, expired or returned.</param>
/// <param name="HeldUntil">Last business day on which it waits.</param>
[EventName("redemption.order-moved.v1")]
public sealed record RewardOrderMoved(
    int BrandId,
    Guid OrderId,
    Guid MemberId,
    Guid RewardId,
    int? StoreId,
    RewardOrderMove Move,
    long Points,
    DateOnly HeldUntil) : IEvent;

/// <summary>Where an order has gone.</summary>
public enum RewardOrderMove
{
    /// <summary>It lies at its store, to be collected.</summary>
    Ready,

    /// <summary>It is in the member's hands.</summary>
    Collected,

    /// <summary>It was given up before it was collected; its points are back.</summary>
    Cancelled,

    /// <summary>Nobody collected it in time; its points are back.</summary>
    Expired,

    /// <summary>It came back after it was collected; its points are back.</summary>
    Returned,
}

/// <summary>A member has had a service once.</summary>
/// <param name="EntitlementId">What he is entitled to: the key of the order that bought it.</param>
/// <param name="StoreId">Where he was served.</param>
/// <param name="UsesLeft">How often he may still have it.</param>
/// <param name="ExpiresOn">Last business day of what is left.</param>
[EventName("redemption.entitlement-used.v1")]
public sealed record EntitlementUsed(
    int BrandId, Guid EntitlementId, Guid MemberId, Guid RewardId, int StoreId, int UsesLeft, DateOnly ExpiresOn) : IEvent;
