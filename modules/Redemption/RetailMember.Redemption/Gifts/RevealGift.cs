using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Shows the code by which a gift that waits is claimed, to be shown or sent. A command, so that every look stands in the
/// audit trail.
/// </summary>
[Needs(RedemptionPermissions.HandOutGifts)]
internal sealed class RevealGift(GiftShelf shelf, GiftDisclosure disclosure) : UseCase<RevealGift.Input, RevealGift.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        return new Result(gift.Id, await disclosure.CodeOfAsync(gift, cancel));
    }

    internal sealed record Input(Guid Gift) : IInput<Result>;

    internal sealed record Result(Guid Gift, string Code);
}
