using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Shows the code by which a gift that waits is claimed, to be shown or sent. A command, so that every look stands in the
/// audit trail.
/// </summary>
[Needs(RedemptionPermissions.HandOutGifts)]
internal sealed class RevealGift(GiftShelf shelf, SecretCode codes, IRows rows) : UseCase<RevealGift.Input, RevealGift.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        if (gift.State != GiftState.Earned) throw GiftShelf.NotOpen(gift);
        if (gift.Code is null)
        {
            codes.Give(gift);
            await rows.UpdateAsync([gift], [nameof(Gift.Code), nameof(Gift.CodeIndex)], cancel);
        }

        return new Result(gift.Id, gift.Code!);
    }

    internal sealed record Input(Guid Gift) : IInput<Result>;

    internal sealed record Result(Guid Gift, string Code);
}
