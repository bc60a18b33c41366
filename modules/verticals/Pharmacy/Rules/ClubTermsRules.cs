using FluentValidation;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Rules;

/// <summary>What the club's rules must satisfy before they are drafted.</summary>
internal sealed class ClubTermsRules : AbstractValidator<ClubTerms>
{
    private const long MostPoints = 100_000_000;
    private const int CodeLength = 64;

    public ClubTermsRules()
    {
        RuleFor(t => t.Gold.Tier).NotEmpty().MaximumLength(CodeLength);
        RuleFor(t => t.Gold.QuarterPoints).InclusiveBetween(1, MostPoints);
        RuleFor(t => t.Diamond.Tier).NotEmpty().MaximumLength(CodeLength).NotEqual(t => t.Gold.Tier);
        RuleFor(t => t.Diamond.YearPoints).InclusiveBetween(1, MostPoints);
        RuleFor(t => t.TopUp.DayOfMonth).InclusiveBetween(1, 31);
        RuleFor(t => t.TopUp.Steps).Must(AreSteps).WithErrorCode("pharmacy.steps-malformed");
        RuleFor(t => t.TopUp.ThousandsFrom).Must((t, from) => from >= t.TopUp.Steps.Select(s => s.To).DefaultIfEmpty(1).Max())
            .WithErrorCode("pharmacy.steps-malformed");
        RuleFor(t => t.TopUp.HundredsFrom).InclusiveBetween(1, 999);
        RuleFor(t => t.TopUp.Most).InclusiveBetween(1, MostPoints);
        RuleFor(t => t.TopUp.Most).Must((t, most) => t.TopUp.Steps.All(s => s.To <= most))
            .WithErrorCode("pharmacy.steps-beyond-most");
        RuleFor(t => t.Ranking.Places).InclusiveBetween(1, 1_000);
        RuleFor(t => t.Ranking.DelayDays).InclusiveBetween(0, 90);
        RuleFor(t => t.Ranking.Voucher).MaximumLength(CodeLength);
        RuleFor(t => t.GlucoseBenefit).MaximumLength(CodeLength);
        RuleFor(t => t.GroupPrice.Kind).NotEmpty().MaximumLength(CodeLength);
        RuleFor(t => t.GroupPrice.Breaks).Must(b => b.Count <= 50).WithErrorCode("pharmacy.breaks-malformed");
        RuleForEach(t => t.GroupPrice.Breaks).Must(b =>
                b.LeastPieces >= 0 && b.LeastAmount.Fen >= 0 && (b.LeastPieces > 0 || b.LeastAmount.Fen > 0)
                && PayRate.TryFrom(b.PayRate, out var rate) && !rate.IsFull)
            .WithErrorCode("pharmacy.breaks-malformed");
        RuleFor(t => t.Examples).Must(e => e.Count <= 200).WithErrorCode("pharmacy.examples-too-many");
        RuleForEach(t => t.Examples).ChildRules(example =>
        {
            example.RuleFor(e => e.Points).InclusiveBetween(0, MostPoints);
            example.RuleFor(e => e.Pieces).GreaterThanOrEqualTo(0);
        });
    }

    /// <summary>Rising, and none begins before the one below it ends.</summary>
    private static bool AreSteps(IReadOnlyList<TopUpStep> steps) =>
        steps.Count <= 50 && steps.All(s => s.From >= 1 && s.To > s.From && s.To <= MostPoints)
        && steps.Zip(steps.Skip(1)).All(pair => pair.Second.From >= pair.First.To);
}
