using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Gives a member the gift that he claims; he was known by his card, number or mobile.</summary>
[Needs(RedemptionPermissions.HandOutGifts)]
internal sealed class ClaimGift(GiftClaims claims) : UseCase<ClaimGift.Input, GiftView>
{
    protected override Task<GiftView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        claims.ClaimAsync(input.Gift, byCode: false, call, cancel);

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
