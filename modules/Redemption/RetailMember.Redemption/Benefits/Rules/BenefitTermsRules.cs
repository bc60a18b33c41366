using FluentValidation;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Benefits.Rules;

/// <summary>What a benefit must satisfy before anybody has it.</summary>
internal sealed class BenefitTermsRules : AbstractValidator<BenefitTerms>
{
    private const int MostShares = 20;

    public BenefitTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Shares).Must(s => s.Count is >= 1 and <= MostShares).WithErrorCode("redemption.shares-malformed");
        RuleForEach(t => t.Shares).Must(s => !s.IsEmpty).WithErrorCode("redemption.share-is-empty");
        RuleForEach(t => t.Shares).ChildRules(share =>
        {
            share.RuleFor(s => s.Tiers).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
            share.RuleFor(s => s.Tags).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
            share.RuleFor(s => s.Condition).MaximumLength(RedemptionDb.CodeLength);
            share.RuleFor(s => s.Most).Must(m => m is null or (>= 1 and <= 10_000)).WithErrorCode("redemption.limit-out-of-range");
        });
        RuleFor(t => t.Period).Must(p => p is not LimitPeriod.Edition).WithErrorCode("redemption.benefit-period");
        RuleFor(t => t.Stores).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.Voucher).Must(v => v is not "").WithErrorCode("field.not-empty").MaximumLength(RedemptionDb.CodeLength);
        RuleFor(t => t.From).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
        RuleFor(t => t.To).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
        RuleFor(t => t.To).Must((t, to) => !(to < t.From)).WithErrorCode("redemption.dates-in-wrong-order");
    }
}
