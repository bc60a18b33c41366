using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Puts a gift that waits into its member's hands, as a whole or not at all; not after its last day, and not twice. Goods
/// are handed out of the store's stock.
/// </summary>
internal sealed class GiftClaims(GiftShelf shelf, GiftVouchers vouchers, GiftOrders orders, IMemberFiles members, IRows rows)
{
    /// <param name="id">The gift.</param>
    /// <param name="byCode">Whether its code was shown.</param>
    /// <param name="call">Where and by whom.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<GiftView> ClaimAsync(Guid id, bool byCode, CallContext call, CancellationToken cancel)
    {
        call.Store?.RefuseUnlessOpenAt(call.At);
        var gift = await shelf.HoldAsync(id, cancel);
        if (gift.State != GiftState.Earned) throw GiftShelf.NotOpen(gift);
        var occasion = call.Occasion();
        if (gift.ClaimUntil < occasion.On)
            throw new Refusal(GiftRefusals.WindowOver, RefusalKind.Conflict, ("claimUntil", gift.ClaimUntil));
        var member = (await members.ReadAsync([gift.MemberId], cancel))[gift.MemberId];
        if (!member.IsActive)
            throw MemberRefusals.NotActive(member.MemberNo);
        await orders.HandOutAsync(gift, call, cancel);
        await vouchers.GiveAsync([(gift, occasion)], cancel);
        if (GiftPart.Of(gift).FirstOrDefault(p => !p.Held) is { } missing) throw GiftVouchers.NotGiven(gift, missing);
        gift.State = GiftState.Given;
        (gift.MovedAt, gift.MovedBy, gift.StoreId) = (call.At, call.Caller.Name, call.Store?.Id);
        gift.Note = byCode ? CodeWays.OfCode(gift) : null;
        await rows.UpdateAsync([gift], Gift.Moving, cancel);
        return GiftView.Of(gift, occasion.On);
    }
}
