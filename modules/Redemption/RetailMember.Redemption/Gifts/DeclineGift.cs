using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Notes that a member does not want the gift that waits for him: nobody offers it to him again.</summary>
[Needs(RedemptionPermissions.HandOutGifts)]
internal sealed class DeclineGift(GiftShelf shelf, IRows rows) : UseCase<DeclineGift.Input, GiftView>
{
    protected override async Task<GiftView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        call.Store?.RefuseUnlessOpenAt(call.At);
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        if (gift.State != GiftState.Earned) throw GiftShelf.NotOpen(gift);
        var today = call.RequiredBrand.DateOf(call.At);
        if (gift.ClaimUntil < today)
            throw new Refusal(GiftRefusals.WindowOver, RefusalKind.Conflict, ("claimUntil", gift.ClaimUntil));
        gift.State = GiftState.Declined;
        (gift.MovedAt, gift.MovedBy, gift.StoreId, gift.Note) = (call.At, call.Caller.Name, call.Store?.Id, input.Reason);
        await rows.UpdateAsync([gift], Gift.Moving, cancel);
        return GiftView.Of(gift, today);
    }

    /// <param name="Reason">What the member said, where he said something.</param>
    internal sealed record Input(Guid Gift, string? StoreCode = null, string? Reason = null) : IInput<GiftView>, IAtStore;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).MaximumLength(200);
    }
}
