using FluentValidation;
using RetailMember.Membership.Data;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Tags;

/// <summary>What a tag must satisfy to be kept as a draft.</summary>
internal sealed class TagTermsRules : AbstractValidator<TagTerms>
{
    private const int MostConditions = 10;
    private const int MostExamples = 20;
    private const int MostReceipts = 100;

    public TagTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Kind).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(t => t.Match).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(t => t.From).Must(d => d.Year is >= 2000 and <= 2999).WithErrorCode("membership.tag-day");
        RuleFor(t => t.Conditions).Must(c => c.Count <= MostConditions).WithErrorCode("membership.tag-conditions-many");
        RuleFor(t => t.Conditions)
            .Must((t, c) => t.Kind == TagKind.Manual ? c.Count == 0 : c.Count > 0).WithErrorCode("membership.tag-conditions-kind");
        RuleForEach(t => t.Conditions).SetValidator(new TagConditionRules());
        RuleFor(t => t.Examples).Must(e => e.Count <= MostExamples).WithErrorCode("membership.tag-examples-many");
        RuleForEach(t => t.Examples).ChildRules(e =>
        {
            e.RuleFor(x => x.Title).NotEmpty().MaximumLength(100);
            e.RuleFor(x => x.Given.Receipts).Must(r => r.Count <= MostReceipts).WithErrorCode("membership.tag-receipts-many");
            e.RuleForEach(x => x.Given.Receipts).Must(IsReceipt).WithErrorCode("membership.tag-receipt");
        });
    }

    private static bool IsReceipt(TagCaseReceipt receipt) =>
        receipt is { Paid.Fen: > 0 and <= Money.LargestAcceptedFen, Hour: null or (>= 0 and <= 23), Pieces: null or (>= 1 and <= 100_000) };
}

/// <summary>What belongs to a measure stands with it, and with no other.</summary>
internal sealed class TagConditionRules : AbstractValidator<TagCondition>
{
    private const int MostNames = 100;
    private const decimal Largest = 1_000_000_000m;

    public TagConditionRules()
    {
        RuleFor(c => c.Measure).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(c => c.Days).InclusiveBetween(1, 3_660);
        RuleFor(c => c.Months).InclusiveBetween(1, 120);
        RuleFor(c => c.Months).Null().When(c => c.Days is not null).WithErrorCode("membership.tag-window");
        RuleFor(c => c.Days).Must((c, _) => c is { Days: null, Months: null }).Unless(c => HasWindow(c.Measure))
            .WithErrorCode("membership.tag-window-measure");
        RuleFor(c => c.Categories).Must(AreNames).WithErrorCode("membership.tag-names");
        RuleFor(c => c.Categories).Empty().Unless(c => HasCategories(c.Measure)).WithErrorCode("membership.tag-categories-measure");
        RuleFor(c => c.Categories).NotEmpty().When(c => c.Measure == TagMeasure.SpendShare)
            .WithErrorCode("membership.tag-categories-missing");
        RuleFor(c => c.AtLeast).Must(IsBound).WithErrorCode("membership.tag-bound");
        RuleFor(c => c.AtMost).Must(IsBound).WithErrorCode("membership.tag-bound");
        RuleFor(c => c.AtMost).Must((c, most) => !(most < c.AtLeast)).WithErrorCode("membership.tag-bounds-order");
        RuleFor(c => c.AtLeast).Must((c, _) => c.AtLeast is not null || c.AtMost is not null).When(c => IsNumber(c.Measure))
            .WithErrorCode("membership.tag-bound-missing");
        RuleFor(c => c.AtLeast).Must((c, _) => c is { AtLeast: null, AtMost: null }).Unless(c => IsNumber(c.Measure))
            .WithErrorCode("membership.tag-bound-measure");
        RuleFor(c => c.OneOf).Must(AreNames).WithErrorCode("membership.tag-names");
        RuleFor(c => c.OneOf).Empty().When(c => IsNumber(c.Measure)).WithErrorCode("membership.tag-one-of-measure");
        RuleFor(c => c.OneOf).NotEmpty().When(c => c.Measure is TagMeasure.Tier or TagMeasure.UsualStore)
            .WithErrorCode("membership.tag-one-of-missing");
        RuleFor(c => c.OneOf).Must(m => m.All(IsMonth)).When(c => c.Measure == TagMeasure.BirthdayMonth)
            .WithErrorCode("membership.tag-months");
    }

    /// <summary>It looks at receipts of a window.</summary>
    public static bool HasWindow(TagMeasure measure) =>
        measure is TagMeasure.UsualStore or TagMeasure.UsualHour || (HasCategories(measure) && measure != TagMeasure.DaysSincePurchase);

    public static bool HasCategories(TagMeasure measure) => measure is TagMeasure.Receipts or TagMeasure.Paid
        or TagMeasure.AverageTicket or TagMeasure.Pieces or TagMeasure.SpendShare or TagMeasure.DaysSincePurchase;

    /// <summary>It is held against bounds, and against no names.</summary>
    public static bool IsNumber(TagMeasure measure) =>
        measure is not (TagMeasure.Tier or TagMeasure.UsualStore or TagMeasure.BirthdayMonth);

    private static bool IsBound(decimal? bound) => bound is null
        || (bound is >= 0 and <= Largest && decimal.Round(bound.Value, 2) == bound);

    private static bool IsMonth(string name) => name is { Length: 1 } and [>= '1' and <= '9'] or "10" or "11" or "12";

    private static bool AreNames(IReadOnlyList<string> names) => names.Count <= MostNames
        && names.Distinct().Count() == names.Count
        && names.All(n => n is { Length: > 0 and <= MembershipDb.CodeLength } && n.Trim() == n);
}
