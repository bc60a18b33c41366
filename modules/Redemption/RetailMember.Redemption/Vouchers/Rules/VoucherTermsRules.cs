using FluentValidation;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers.Rules;

/// <summary>What terms must satisfy before anything is issued by them.</summary>
internal sealed class VoucherTermsRules : AbstractValidator<VoucherTerms>
{
    private const long MostFen = 100_000_00;

    public VoucherTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Amount).Must((terms, _) => terms.Amount is null != terms.PayRate is null)
            .WithErrorCode("redemption.amount-or-rate");
        RuleFor(t => t.Amount).Must(a => a is not { Fen: <= 0 or > MostFen }).WithErrorCode("redemption.amount-out-of-range");
        RuleFor(t => t.PayRate).Must(r => r is null || (r < 1 && PayRate.TryFrom(r.Value, out _)))
            .WithErrorCode("redemption.rate-out-of-range");
        RuleFor(t => t.Cap).Must(c => c is not { Fen: <= 0 or > MostFen }).WithErrorCode("redemption.amount-out-of-range");
        RuleFor(t => t.Cap).Must((terms, cap) => cap is null || terms.PayRate is not null)
            .WithErrorCode("redemption.cap-without-rate");
        RuleFor(t => t.MinimumSpend).Must(m => m.Fen is >= 0 and <= Money.LargestAcceptedFen)
            .WithErrorCode("redemption.amount-out-of-range");
        RuleFor(t => t.PartialUse).Must((terms, partial) => !partial || terms.PayRate is null)
            .WithErrorCode("redemption.partial-needs-amount");
        RuleFor(t => t.MostPerMember).Must(m => m is null or (>= 1 and <= 10_000)).WithErrorCode("redemption.limit-out-of-range");
        RuleFor(t => t.Categories).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.Stores).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.Validity).SetValidator(new ValidityRules());
    }
}

internal sealed class ValidityRules : AbstractValidator<Validity>
{
    private const int MostDays = 3660;

    public ValidityRules()
    {
        RuleFor(v => v.StartsAfterDays).InclusiveBetween(0, MostDays);
        RuleFor(v => v.Days).Must(d => d is null or (>= 1 and <= MostDays)).WithErrorCode("redemption.days-out-of-range");
        RuleFor(v => v.Days).Must((validity, _) => IsOneKind(validity)).WithErrorCode("redemption.days-or-dates");
        RuleFor(v => v.From).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
        RuleFor(v => v.To).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
        RuleFor(v => v.To).Must((validity, to) => validity.From is null || to is null || to >= validity.From)
            .WithErrorCode("redemption.dates-in-wrong-order");
    }

    private static bool IsOneKind(Validity v) => v.Days is not null
        ? v is { From: null, To: null }
        : v is { From: not null, To: not null, StartsAfterDays: 0 };
}
