using FluentValidation;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Rules;

/// <summary>What terms must hold to be drafted at all.</summary>
internal sealed class CommissionTermsRules : AbstractValidator<CommissionTerms>
{
    private const int MostItems = 100;
    private const int MostPerMille = 500;

    public CommissionTermsRules()
    {
        RuleFor(t => t.PerMille).InclusiveBetween(0, MostPerMille);
        RuleFor(t => t.Base).IsInEnum();
        RuleFor(t => t.AssessmentPay).Must(p => p.Fen is >= 0 and <= 1_000_000_00).WithErrorCode("storedvalue.amount-out-of-range");
        RuleFor(t => t.Rates).Must(r => r.Count <= MostItems).WithErrorCode("field.too-many");
        RuleForEach(t => t.Rates).ChildRules(rate =>
        {
            rate.RuleFor(r => r.PerMille).InclusiveBetween(0, MostPerMille);
            rate.RuleFor(r => r.Role).MaximumLength(64);
            rate.RuleFor(r => r.CardType).MaximumLength(64);
            rate.RuleFor(r => r.Campaign).MaximumLength(64);
        });
        RuleFor(t => t.AssessmentReplaces).Must(r => r.Count <= MostItems).WithErrorCode("field.too-many");
        RuleForEach(t => t.AssessmentReplaces).NotEmpty().MaximumLength(64);
        RuleFor(t => t.Examples).Must(e => e.Count <= MostItems).WithErrorCode("field.too-many");
        RuleForEach(t => t.Examples).ChildRules(example =>
        {
            example.RuleFor(e => e.Title).NotEmpty().MaximumLength(200);
            example.RuleFor(e => e.Principal).IsAmount();
            example.RuleFor(e => e.Bonus).IsNotNegative();
            example.RuleFor(e => e.Refunded).Must((e, r) => r.Fen >= 0 && r <= e.Principal)
                .WithErrorCode("storedvalue.amount-out-of-range");
        });
    }
}
