using FluentValidation;

namespace RetailMember.StoredValue.Types.Rules;

/// <summary>What terms must hold to be drafted at all.</summary>
internal sealed class CardTypeTermsRules : AbstractValidator<CardTypeTerms>
{
    private const int MostMonths = 1_200;
    private const int MostItems = 100;

    public CardTypeTermsRules()
    {
        RuleFor(t => t.Name).NotNull().SetValidator(new LocalNameRules());
        RuleFor(t => t.Form).IsInEnum();
        RuleFor(t => t.SpendRule).IsInEnum();
        RuleFor(t => t.MinimumLoad).IsAmount();
        RuleFor(t => t.MaximumBalance).Must((t, most) => !(most?.Fen < t.MinimumLoad.Fen))
            .WithErrorCode("storedvalue.maximum-below-minimum");
        RuleFor(t => t.ValidityMonths).InclusiveBetween(1, MostMonths);
        RuleFor(t => t.Bands).Must(b => b.Count <= MostItems);
        RuleForEach(t => t.Bands).ChildRules(band =>
        {
            band.RuleFor(b => b.From).IsNotNegative();
            band.RuleFor(b => b.BonusPerMille).InclusiveBetween(0, BonusBand.Whole);
            band.RuleFor(b => b.To).Must((b, to) => !(to?.Fen <= b.From.Fen)).WithErrorCode("storedvalue.band-empty");
        });
        RuleFor(t => t.Bands).Must(HaveNoGap).WithErrorCode("storedvalue.bands-gap-or-overlap");
        RuleForEach(t => t.Categories).NotEmpty().MaximumLength(64);
        RuleFor(t => t.Categories).Must(c => c.Count <= MostItems);
        RuleForEach(t => t.Stores).NotEmpty().MaximumLength(64);
        RuleFor(t => t.Refund).NotNull().ChildRules(refund =>
        {
            refund.RuleFor(r => r.CoolingOffDays).InclusiveBetween(0, 366);
            refund.RuleFor(r => r.CashUpTo).IsNotNegative();
        });
        RuleFor(t => t.Examples).Must(e => e.Count <= MostItems);
        RuleForEach(t => t.Examples).ChildRules(example =>
        {
            example.RuleFor(e => e.Title).NotEmpty().MaximumLength(200);
            example.RuleFor(e => e.Load).IsAmount();
            example.RuleFor(e => e.Spend).Must(s => !(s?.Fen < 0)).WithErrorCode(AmountRules.Negative);
            example.RuleFor(e => e.Expected).NotNull();
        });
    }

    /// <summary>Each band begins where the one before ends; only the last may be open.</summary>
    private static bool HaveNoGap(IReadOnlyList<BonusBand> bands) =>
        Enumerable.Range(1, Math.Max(0, bands.Count - 1)).All(i => bands[i].From.Fen == bands[i - 1].To?.Fen);
}
