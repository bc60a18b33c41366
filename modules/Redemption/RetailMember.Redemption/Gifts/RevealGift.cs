using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Shows the code by which a gift that waits is claimed, to be shown or sent. Every look stands in the audit trail, and a
/// claim by the code afterwards names who saw it last.
/// </summary>
[Needs(RedemptionPermissions.HandOutGifts)]
internal sealed class RevealGift(GiftShelf shelf, GiftDisclosure disclosure, IRows rows)
    : UseCase<RevealGift.Input, RevealGift.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        var code = await disclosure.CodeOfAsync(gift, cancel);
        await rows.DiscloseAsync(gift, call, cancel);
        return new Result(gift.Id, code);
    }

    internal sealed record Input(Guid Gift) : IInput<Result>;

    internal sealed record Result(Guid Gift, string Code);
}
