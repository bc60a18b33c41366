using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Gives a member the gift that he claims, as a whole or not at all; not after its last day, and not twice. Goods are handed
/// out of the store's stock.
/// </summary>
[Needs(RedemptionPermissions.HandOutGifts)]
internal sealed class ClaimGift(
    GiftShelf shelf, GiftVouchers vouchers, GiftOrders orders, IMemberFiles members, IRows rows)
    : UseCase<ClaimGift.Input, GiftView>
{
    protected override async Task<GiftView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        call.Store?.RefuseUnlessOpenAt(call.At);
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        if (gift.State != GiftState.Earned)
            throw new Refusal("redemption.gift-not-open", RefusalKind.Conflict, ("state", gift.State));
        var occasion = call.Occasion();
        if (gift.ClaimUntil < occasion.On)
            throw new Refusal(GiftRefusals.WindowOver, RefusalKind.Conflict, ("claimUntil", gift.ClaimUntil));
        var member = (await members.ReadAsync([gift.MemberId], cancel))[gift.MemberId];
        if (!member.IsActive)
            throw new Refusal("membership.member-not-active", RefusalKind.Conflict, ("memberNo", member.MemberNo));
        await orders.HandOutAsync(gift, call, cancel);
        await vouchers.GiveAsync([(gift, occasion)], cancel);
        if (GiftPart.Of(gift).FirstOrDefault(p => !p.Held) is { } missing)
            throw new Refusal("redemption.gift-part-refused", RefusalKind.Conflict, ("part", missing.Code));
        gift.State = GiftState.Given;
        (gift.MovedAt, gift.MovedBy, gift.StoreId) = (call.At, call.Caller.Name, call.Store?.Id);
        await rows.UpdateAsync([gift], Gift.Moving, cancel);
        return GiftView.Of(gift, occasion.On);
    }

    internal sealed record Input : IInput<GiftView>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key gives once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required Guid Gift { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
    }
}
