using FluentValidation;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Gives a member the gift whose code he shows. Throttled, as every look-up of a code is.</summary>
[Needs(RedemptionPermissions.HandOutGifts)]
internal sealed class ClaimGiftByCode(GiftClaims claims, GiftShelf shelf, SecretCode codes, LookUpThrottle throttle)
    : UseCase<ClaimGiftByCode.Input, GiftView>
{
    protected override async Task<GiftView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await throttle.CheckAsync(call, cancel);
        var gift = codes.IndexOf(input.Code, Gift.CodePurpose) is { } index ? await shelf.OfCodeAsync(index, cancel) : null;
        if (gift is null) await throttle.NoteAsync(call);
        return await claims.ClaimAsync(gift ?? throw GiftShelf.NotFound(), byCode: true, call, cancel);
    }

    internal sealed record Input : IInput<GiftView>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key gives once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>As scanned or typed.</summary>
        [Personal]
        public required string Code { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Code).NotEmpty().MaximumLength(64);
        }
    }
}
