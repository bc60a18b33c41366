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
