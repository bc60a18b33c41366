using RetailMember.Redemption.Gifts;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>Shows a member the code by which he claims a gift of his. Every look stands in the audit trail.</summary>
[OwnMember]
internal sealed class ShowOwnGift(GiftShelf shelf, GiftDisclosure disclosure)
    : UseCase<ShowOwnGift.Input, RevealGift.Result>
{
    protected override async Task<RevealGift.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        if (gift.MemberId != call.Caller.Id) throw new Refusal("member.not-own", RefusalKind.NotFound);
        return new RevealGift.Result(gift.Id, await disclosure.CodeOfAsync(gift, cancel));
    }

    internal sealed record Input(Guid Gift) : IInput<RevealGift.Result>;
}
