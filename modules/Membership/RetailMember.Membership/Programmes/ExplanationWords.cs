using RetailMember.Texts;

namespace RetailMember.Membership.Programmes;

/// <summary>Says how numbers came about in the caller's language, with the names that the programme gave its rules.</summary>
/// <param name="document">The version that judged; null where it is no longer known.</param>
internal sealed class ExplanationWords(ProgrammeDocument? document, ITexts texts)
{
    /// <summary>One sentence a line; each says what it earns, since rules for points and growth often count alike.</summary>
    public IReadOnlyList<string> Of(IEnumerable<ExplanationLine> lines) =>
        [.. lines.Select(line => line.IsPrice ? Price(line) : WithUnit(line))];

    /// <summary>The rule, the campaign that took part, and the formula.</summary>
    public string Of(ExplanationLine line)
    {
        var name = document?.EarningRules.FirstOrDefault(r => r.Code == line.Rule)?.Name.In(texts.Language) ?? line.Rule;
        var formula = texts.Format(line.TextKey, line.Arguments);
        var campaign = document?.Multipliers.FirstOrDefault(m => m.Code == line.Campaign)?.Name.In(texts.Language);
        return texts.Format(
            campaign is null ? "membership.why.rule" : "membership.why.rule-and-campaign", name, formula, campaign);
    }

    private string WithUnit(ExplanationLine line) => texts.Format(
        "membership.why.of-unit",
        texts["membership.unit." + (line.Unit == EarningUnit.Points ? MembershipUnits.Points : MembershipUnits.Growth)],
        Of(line));

    private string Price(ExplanationLine line)
    {
        var arguments = line.Arguments;
        var name = document?.PriceBenefits.FirstOrDefault(b => b.Code == line.Rule)?.Name.In(texts.Language);
        arguments[^1] = line.IsPriceOfModule ? texts[line.Rule] : name ?? line.Rule;
        return texts.Format(line.TextKey, arguments);
    }
}
