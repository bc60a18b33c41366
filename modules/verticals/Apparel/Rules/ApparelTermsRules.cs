using FluentValidation;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Apparel.Rules;

/// <summary>What the rules must satisfy before they are drafted.</summary>
internal sealed class ApparelTermsRules : AbstractValidator<ApparelTerms>
{
    private const long MostPoints = 100_000_000;
    private const int CodeLength = 64;

    public ApparelTermsRules()
    {
        RuleFor(t => t.Ladder.Rungs).Must(AreRungs).WithErrorCode("apparel.rungs-malformed");
        RuleForEach(t => t.Ladder.Rungs).ChildRules(rung =>
        {
            rung.RuleFor(r => r.Voucher).NotEmpty().MaximumLength(CodeLength);
            rung.RuleFor(r => r.Worth).Must(w => w > Money.Zero).WithErrorCode("apparel.worth-missing");
            rung.RuleFor(r => r.Name).SetValidator(new LocalNameRules());
        });
        RuleFor(t => t.Ladder.Policy).IsInEnum();
        RuleFor(t => t.Ladder.ClaimDay).InclusiveBetween(1, 31);
        RuleFor(t => t.Reminder.Days).Must(d => d.Count <= 31 && d.All(day => day is >= 1 and <= 31))
            .WithErrorCode("apparel.days-malformed");
        RuleFor(t => t.Reminder.SeasonMonths).Must(m => m.Count <= 12 && m.All(month => month is >= 1 and <= 12))
            .WithErrorCode("apparel.months-malformed");
        RuleFor(t => t.Reminder.MostMissing).InclusiveBetween(1, MostPoints);
        RuleFor(t => t.Reminder.ClaimDaysBefore).InclusiveBetween(0, 31);
        RuleFor(t => t.Services).Must(s => s.Count <= 50 && s.DistinctBy(x => x.Code).Count() == s.Count)
            .WithErrorCode("apparel.codes-twice");
        RuleForEach(t => t.Services).ChildRules(service =>
        {
            service.RuleFor(s => s.Code).NotEmpty().MaximumLength(CodeLength);
            service.RuleFor(s => s.Name).SetValidator(new LocalNameRules());
            service.RuleFor(s => s.Trigger).IsInEnum();
            service.RuleFor(s => s.Duty).IsInEnum();
            service.RuleFor(s => s.DueDays).InclusiveBetween(0, 366);
        });
        RuleFor(t => t.Classes).Must(c => c.Count <= 20 && c.DistinctBy(x => x.Code).Count() == c.Count)
            .WithErrorCode("apparel.codes-twice");
        RuleForEach(t => t.Classes).ChildRules(one =>
        {
            one.RuleFor(c => c.Code).NotEmpty().MaximumLength(CodeLength);
            one.RuleFor(c => c.Name).SetValidator(new LocalNameRules());
            one.RuleFor(c => c.ContactEveryDays).InclusiveBetween(1, 366);
        });
        RuleFor(t => t.Examples).Must(e => e.Count <= 200).WithErrorCode("apparel.examples-too-many");
        RuleForEach(t => t.Examples)
            .ChildRules(example => example.RuleFor(e => e.Points).InclusiveBetween(0, MostPoints));
    }

    private static bool AreRungs(IReadOnlyList<LadderRung> rungs) =>
        rungs.Count is >= 1 and <= 20 && rungs.All(r => r.Points is >= 1 and <= MostPoints)
        && rungs.Zip(rungs.Skip(1)).All(pair => pair.Second.Points > pair.First.Points);
}
