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
        if (revoked.Refusal is { } code) throw new Refusal(code, RefusalKind.Conflict);
        // What waited was nobody's yet: all of it is taken.
        GiftPart[] before = [.. GiftPart.Of(gift).Where(p => p.Held || gift.State != GiftState.Given)];
        var now = GiftPart.Of((await shelf.OfKeysAsync([gift.Key], cancel))[gift.Key]);
        return new Result(
            gift.Id, revoked.State!.Value,
            [.. before.Where(p => !now.Any(n => n.Held && n.Code == p.Code && n.IsReward == p.IsReward)).Select(Thing.Of)],
            [.. now.Where(p => p.Held).Select(Thing.Of)]);
    }

    internal sealed record Input(Guid Gift, string Reason) : IInput<Result>;

    /// <param name="State">Still given where part of it was used.</param>
    /// <param name="PartsTaken">What came back whole.</param>
    /// <param name="PartsKept">What was used already; of a voucher that was used in part the rest is taken all the same.</param>
    internal sealed record Result(Guid Gift, GiftState State, IReadOnlyList<Thing> PartsTaken, IReadOnlyList<Thing> PartsKept);

    /// <param name="Code">Of the voucher definition, or of the reward.</param>
    internal sealed record Thing(string Code, bool IsReward)
    {
        public static Thing Of(GiftPart part) => new(part.Code, part.IsReward);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(64);
    }
}
