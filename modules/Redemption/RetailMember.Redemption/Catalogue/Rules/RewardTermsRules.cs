using FluentValidation;
using FluentValidation.Results;

namespace RetailMember.Redemption.Catalogue.Rules;

/// <summary>What a reward must satisfy before it can be offered.</summary>
internal sealed class RewardTermsRules : AbstractValidator<RewardTerms>
{
    public const long MostPoints = 100_000_000;
    private const int MostDays = 3660;

    public RewardTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Article).MaximumLength(64);
        RuleFor(t => t.Points).InclusiveBetween(1, MostPoints);
        RuleFor(t => t.Prices).Must(p => p.Count <= 20 && p.DistinctBy(x => x.Code).Count() == p.Count)
            .WithErrorCode("redemption.prices-malformed");
        RuleForEach(t => t.Prices).ChildRules(price =>
        {
            price.RuleFor(p => p.Code).IsCode();
            price.RuleFor(p => p.Code).Must((p, _) => p.HasCondition).WithErrorCode("redemption.price-without-condition");
            price.RuleFor(p => p.Points).InclusiveBetween(1, MostPoints);
            price.RuleFor(p => p.Condition).MaximumLength(64);
            price.RuleFor(p => p.Tiers).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
            price.RuleFor(p => p.Stores).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
            price.RuleFor(p => p.ReceiptOfToday).Must(r => r is not { Fen: <= 0 }).WithErrorCode("redemption.amount-out-of-range");
            price.RuleFor(p => p.From).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
            price.RuleFor(p => p.To).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
            price.RuleFor(p => p.To).Must((p, to) => !(to < p.From)).WithErrorCode("redemption.dates-in-wrong-order");
        });
        RuleForEach(t => t.Prices).Custom((price, at) =>
        {
            if (price.Points > at.InstanceToValidate.Points)
                at.AddFailure(new ValidationFailure($"{at.PropertyPath}.{nameof(price.Points)}", "")
                {
                    ErrorCode = "redemption.price-above-list",
                    FormattedMessagePlaceholderValues = new() { ["ComparisonValue"] = at.InstanceToValidate.Points },
                });
        });
        RuleFor(t => t.Limits).Must(l => l.DistinctBy(x => x.Period).Count() == l.Count && l.All(x => x.Most is >= 1 and <= 10_000))
            .WithErrorCode("redemption.limits-malformed");
        RuleFor(t => t.Tiers).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.Stores).Must(TermsBounds.AreNames).WithErrorCode("redemption.names-malformed");
        RuleFor(t => t.From).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
        RuleFor(t => t.To).Must(TermsBounds.IsDay).WithErrorCode("redemption.date-out-of-range");
        RuleFor(t => t.To).Must((t, to) => !(to < t.From)).WithErrorCode("redemption.dates-in-wrong-order");
        RuleFor(t => t.HoldDays).InclusiveBetween(1, 365);
        RuleFor(t => t.Kind).Must((terms, _) => SaysWhatItIs(terms)).WithErrorCode("redemption.kind-incomplete");
        RuleFor(t => t.Service).Must(s => s is null || IsSound(s)).WithErrorCode("redemption.service-malformed");
    }

    /// <summary>Exactly what its kind asks for.</summary>
    private static bool SaysWhatItIs(RewardTerms t) => t.Kind switch
    {
        RewardKind.Coupon => t is { VoucherDefinition.Length: > 0 and <= 64, Service: null, Right: null },
        RewardKind.Service => t is { VoucherDefinition: null, Service: not null, Right: null },
        RewardKind.Right => t is
        {
            VoucherDefinition: null, Service: null, Right: { Name.Length: > 0 and <= 64, Parameter.Length: <= 64 },
        },
        _ => t is { VoucherDefinition: null, Service: null, Right: null },
    };

    private static bool IsSound(ServiceTerms s) =>
        s.Uses is >= 1 and <= 1000 && s.Days is >= 1 and <= MostDays
        && s.PerDay is null or (>= 1 and <= 1000)
        && s.Pace is null or { Most: >= 1 and <= 1000, Period: not LimitPeriod.Edition };
}
