using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Pages.Types;

/// <summary>Where terms meet the law on prepaid cards: text keys of plain warnings.</summary>
internal static class CardWarnings
{
    private const long NamedCapFen = 5_000_00;
    private const long UnnamedCapFen = 1_000_00;
    private const int UnnamedMonths = 36;
    private const int CoolingOffDays = 7;

    public static IEnumerable<string> Of(CardTypeTerms terms)
    {
        var cap = terms.Named ? NamedCapFen : UnnamedCapFen;
        if (!(terms.MaximumBalance?.Fen <= cap)) yield return terms.Named ? "named-cap" : "unnamed-cap";
        if (terms is { Named: true, ValidityMonths: not null }) yield return "named-expires";
        if (terms is { Named: false, ValidityMonths: < UnnamedMonths }) yield return "unnamed-expires";
        if (!terms.LossReport) yield return "no-loss-report";
        if (!terms.Transferable) yield return "not-transferable";
        if (terms.Refund.CoolingOffDays < CoolingOffDays) yield return "cooling-off";
    }
}
