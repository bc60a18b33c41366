using FluentValidation;
using RetailMember.Texts;

namespace RetailMember.Marketing.Segments.Rules;

/// <summary>What terms of a segment must satisfy before its conditions are held against their kinds.</summary>
internal sealed class SegmentTermsRules : AbstractValidator<SegmentTerms>
{
    public SegmentTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Members).SetValidator(new SegmentGroupRules());
    }
}

/// <summary>Bounds of a tree of conditions: one statement must be able to answer it.</summary>
internal sealed class SegmentGroupRules : AbstractValidator<SegmentGroup>
{
    private const int DeepestGroup = 4;
    private const int MostConditions = 30;
    private const int MostValues = 50;

    public SegmentGroupRules()
    {
        RuleFor(g => g).Must(g => g.Depth() <= DeepestGroup).WithErrorCode("marketing.segment-deep");
        RuleFor(g => g).Must(g => g.AllConditions().Count() <= MostConditions).WithErrorCode("marketing.segment-large");
        RuleFor(g => g).Must(g => g.AllConditions().All(c => c.Values.Values.All(v => v.Count <= MostValues)))
            .WithErrorCode("marketing.segment-values");
    }
}
