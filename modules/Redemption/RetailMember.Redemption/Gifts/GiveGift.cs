using System.Globalization;
using FluentValidation;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Gives a member a gift by hand, for a reason that only a person knows.</summary>
[Needs(RedemptionPermissions.GiveGifts)]
internal sealed class GiveGift(IMemberFiles members, IGifts gifts) : UseCase<GiveGift.Input, GiveGift.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.ActiveAsync(input.Member, cancel);
        var occasion = call.Occasion();
        var grant = new GiftGrant(
            string.Create(CultureInfo.InvariantCulture, $"one/{call.Store?.Id}/{input.Key}"),
            member.Id,
            new GiftContents(input.Vouchers, input.Rewards),
            input.Reason,
            occasion,
            input.ClaimDays is { } days ? occasion.On.AddDays(days - 1) : null);
        var outcome = (await gifts.GrantAsync([grant], cancel))[0];
        return outcome.Refusal is { } code
            ? throw new Refusal(code, RefusalKind.Conflict, ("definition", string.Join(", ", input.Vouchers)))
            : new Result(outcome.Gift!.Value, member.MemberNo, outcome.State!.Value, grant.ClaimUntil);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key gives once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Codes of voucher definitions.</summary>
        public IReadOnlyList<string> Vouchers { get; init; } = [];

        /// <summary>Codes of rewards: goods and services, which are claimed.</summary>
        public IReadOnlyList<string> Rewards { get; init; } = [];

        /// <summary>Days to claim it, today included; left out: given at once.</summary>
        public int? ClaimDays { get; init; }

        /// <summary>Why; shown in its history.</summary>
        public required string Reason { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="ClaimUntil">Last day to claim it.</param>
    internal sealed record Result(Guid Gift, string MemberNo, GiftState State, DateOnly? ClaimUntil) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        private const int MostParts = 10;

        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Vouchers).Must((i, v) => v.Count + i.Rewards.Count is >= 1 and <= MostParts
                    && v.Concat(i.Rewards).All(c => c.Length is > 0 and <= RedemptionDb.CodeLength)
                    && v.Distinct().Count() == v.Count && i.Rewards.Distinct().Count() == i.Rewards.Count)
                .WithErrorCode("redemption.gift-parts-out-of-range");
            RuleFor(i => i.ClaimDays).Must((i, days) => days is >= 1 and <= 366 || (days is null && i.Rewards.Count == 0))
                .WithErrorCode("redemption.rewards-are-claimed");
        }
    }
}
