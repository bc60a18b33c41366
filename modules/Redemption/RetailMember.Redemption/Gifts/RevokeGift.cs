using FluentValidation;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Takes a gift back, as far as it is unused; its reason does not bring it again.</summary>
[Needs(RedemptionPermissions.RevokeGifts)]
internal sealed class RevokeGift(GiftShelf shelf, IGifts gifts) : UseCase<RevokeGift.Input, RevokeGift.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        var decided = new GiftRevocation(gift.Key, input.Reason, call.Occasion()) { ForGood = true };
        var revoked = (await gifts.RevokeAsync([decided], cancel))[0];
        return revoked.Refusal is { } code
            ? throw new Refusal(code, RefusalKind.Conflict)
            : new Result(gift.Id, revoked.State!.Value);
    }

    internal sealed record Input(Guid Gift, string Reason) : IInput<Result>;

    /// <param name="State">Still given where part of it was used.</param>
    internal sealed record Result(Guid Gift, GiftState State);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(64);
    }
}
