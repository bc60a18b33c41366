using FluentValidation;
using RetailMember.Values;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>What a rule must satisfy before it can give anything.</summary>
internal sealed class GiftTermsRules : AbstractValidator<GiftTerms>
{
    private const int MostParts = 10;

    public GiftTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Reason).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(t => t.Spend).Must((t, spend) => t.Reason == GiftReason.MonthSpend == spend is not null)
            .WithErrorCode("redemption.spend-of-month-alone");
        RuleFor(t => t.Spend).Must(s => s is not { Fen: <= 0 or > Money.LargestAcceptedFen })
            .WithErrorCode("redemption.amount-out-of-range");
        RuleFor(t => t.Tiers).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.Tiers).Must((t, tiers) => t.Reason != GiftReason.Tier || tiers.Count > 0)
            .WithErrorCode("redemption.tiers-to-reach");
        RuleFor(t => t.Years).Must((t, years) => years is null || (t.Reason == GiftReason.Anniversary && years is >= 1 and <= 100))
            .WithErrorCode("redemption.years-malformed");
        RuleFor(t => t.Vouchers).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.Rewards).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.Vouchers).Must((t, v) => v.Count + t.Rewards.Count is >= 1 and <= MostParts)
            .WithErrorCode("redemption.gift-parts-out-of-range");
        RuleFor(t => t.Claim).Must((t, claim) => claim is not null || t.Rewards.Count == 0)
            .WithErrorCode("redemption.rewards-are-claimed");
        RuleFor(t => t.Claim).Must(c => c is null or { Days: >= 1 and <= 366, DayOfNextMonth: null }
                or { Days: null, DayOfNextMonth: >= 1 and <= 28 })
            .WithErrorCode("redemption.claim-malformed");
        RuleFor(t => t.From).Must(d => d.Year is >= 1990 and <= 2999).WithErrorCode("redemption.day-out-of-range");
        RuleFor(t => t.To).Must((t, to) => !(to < t.From)).WithErrorCode("redemption.dates-in-wrong-order");
    }
}
