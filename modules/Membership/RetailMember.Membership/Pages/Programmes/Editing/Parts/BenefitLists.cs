using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

internal sealed class MultiplierList() : ListPart<Multiplier, Multiplier>("multipliers", "$.multipliers")
{
    protected override IReadOnlyList<Multiplier> Items(ProgrammeDocument document) => document.Multipliers;

    protected override ProgrammeDocument With(ProgrammeDocument document, IReadOnlyList<Multiplier> items) =>
        document with { Multipliers = items };

    protected override Multiplier Blank(ProgrammeDocument document) =>
        new() { Code = "", Name = new LocalName("", ""), Factor = 2 };

    protected override Multiplier FormOf(Multiplier item) => item;

    protected override Multiplier ItemOf(Multiplier form) => form;

    protected override string FieldWithin(string path, Multiplier item) => ConditionFields.Whole(path);
}

/// <summary>The form has the rate in per cent.</summary>
internal sealed class PriceBenefitList() : ListPart<PriceBenefit, PriceBenefit>("price-benefits", "$.priceBenefits")
{
    protected override IReadOnlyList<PriceBenefit> Items(ProgrammeDocument document) => document.PriceBenefits;

    protected override ProgrammeDocument With(ProgrammeDocument document, IReadOnlyList<PriceBenefit> items) =>
        document with { PriceBenefits = items };

    protected override PriceBenefit Blank(ProgrammeDocument document) =>
        new() { Code = "", Name = new LocalName("", ""), PayRate = 90 };

    protected override PriceBenefit FormOf(PriceBenefit item) => item with { PayRate = Units.Percent(item.PayRate) };

    protected override PriceBenefit ItemOf(PriceBenefit form) => form with { PayRate = Units.Share(form.PayRate) };

    protected override string FieldWithin(string path, PriceBenefit item) => ConditionFields.Whole(path);
}

internal static class ConditionFields
{
    /// <summary>A fault of one box is shown below all of them.</summary>
    public static string Whole(string path) => path.IndexOf('[', StringComparison.Ordinal) is var at and > 0 ? path[..at] : path;
}
