using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>How points and growth come about, in words.</summary>
internal static class EarningWords
{
    public static string Of(this ProgrammeWords words, EarningUnit unit) => words.Sentence("unit." + EnumCode.Of(unit));

    public static string Rule(this ProgrammeWords words, EarningRule rule) =>
        words.Clauses([words.Formula(rule), .. words.Limits(rule)]);

    public static string Factor(this ProgrammeWords words, Multiplier multiplier) => words.Sentence(
        "multiplier", words.When(multiplier.When), words.Of(multiplier.Unit), ProgrammeWords.Plain(multiplier.Factor));

    public static string Band(this ProgrammeWords words, BalanceBand band) =>
        words.Sentence("balance-band", ProgrammeWords.Plain(band.From), ProgrammeWords.Plain(band.Factor));

    private static string Formula(this ProgrammeWords words, EarningRule rule)
    {
        var unit = words.Of(rule.Unit);
        var per = words.Counted(rule, rule.Per);
        return rule.Kind switch
        {
            EarningKind.Fixed =>
                words.Sentence("rule.fixed", words.Counted(rule, rule.AtLeast), ProgrammeWords.Plain(rule.Give), unit),
            EarningKind.Ratio => words.Sentence(
                rule.WholeSteps ? "rule.whole-steps" : "rule.ratio", per, ProgrammeWords.Plain(rule.Give), unit),
            EarningKind.StagedFixed => words.Sentence("rule.staged-fixed", words.Bands(rule, unit)),
            _ => words.Sentence("rule.staged-ratio", per, words.Bands(rule, unit)),
        };
    }

    private static string Bands(this ProgrammeWords words, EarningRule rule, string unit) => words.List(rule.Bands.Select(
        band => words.Sentence("rule.band", words.Counted(rule, band.From), ProgrammeWords.Plain(band.Give), unit)));

    private static string Counted(this ProgrammeWords words, EarningRule rule, long count) =>
        rule.Basis == EarningBasis.Amount
            ? words.Sentence("yuan", ProgrammeWords.Yuan(count))
            : words.Sentence("pieces", ProgrammeWords.Plain(count));

    private static IEnumerable<string> Limits(this ProgrammeWords words, EarningRule rule)
    {
        if (rule.Categories.Count > 0) yield return words.Sentence("only-categories", words.List(rule.Categories));
        if (rule.ExceptCategories.Count > 0)
            yield return words.Sentence("except-categories", words.List(rule.ExceptCategories));
        if (rule.Stores.Count > 0) yield return words.Sentence("only-stores", words.List(rule.Stores.Select(words.Store)));
        if (!rule.Multiplied) yield return words.Sentence("rule.not-multiplied");
    }
}
