using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Law;

/// <summary>
/// What the law on prepaid cards says, as switches per brand: each is off, warns, or refuses. A lawyer must confirm what
/// holds; the program only says it plainly where staff decides.
/// </summary>
internal sealed class GuardRails(ISettings settings)
{
    public const long NamedCapFen = 5_000_00;
    public const long UnnamedCapFen = 1_000_00;
    public const long RealNameFromFen = 10_000_00;
    public const long CompanyCashBelowFen = 5_000_00;
    public const long PersonCashBelowFen = 50_000_00;
    public const int UnnamedMonths = 36;

    /// <summary>What a switch may say.</summary>
    public static readonly IReadOnlyList<string> Answers = ["off", "warn", "refuse"];

    /// <summary>By the name of the switch: text key of the warning, code of the refusal.</summary>
    private static readonly Dictionary<string, (string Warning, string Refusal)> Guards = new()
    {
        ["Cap"] = ("storedvalue.law.cap", "storedvalue.above-lawful-cap"),
        ["RealName"] = ("storedvalue.law.real-name", "storedvalue.real-name-needed"),
        ["Cash"] = ("storedvalue.law.cash", "storedvalue.too-much-cash"),
        ["Validity"] = ("storedvalue.law.validity", "storedvalue.validity-too-short"),
        ["LossReport"] = ("storedvalue.law.loss-report", "storedvalue.loss-report-needed"),
        ["Transfer"] = ("storedvalue.law.transfer", "storedvalue.transfer-needed"),
        ["Refund"] = ("storedvalue.law.refund", "storedvalue.cooling-off-needed"),
    };

    public static IReadOnlyCollection<string> Switches => Guards.Keys;

    public static string SettingOf(string guard) => "StoredValue.Law." + guard;

    /// <summary>Text keys of what the law has against a sale; refuses where the brand wants it refused.</summary>
    public IReadOnlyList<string> OfSale(SaleAtLaw sale, int brandId) => Weigh(FaultsOf(sale), brandId);

    /// <summary>Refuses a card that would hold more than the law allows, where the brand wants that refused.</summary>
    public void RequireUnderCap(bool named, long fen, int brandId) => Weigh(fen > CapOf(named) ? ["Cap"] : [], brandId);

    /// <summary>Text keys of what the law has against terms of a card type; refuses where the brand wants it refused.</summary>
    public IReadOnlyList<string> OfType(CardTypeTerms terms, int brandId) => Weigh(FaultsOf(terms), brandId);

    /// <summary>The same for who only looks: nothing is refused.</summary>
    public IReadOnlyList<string> WarningsOf(CardTypeTerms terms, int brandId) => Say(FaultsOf(terms), brandId);

    /// <summary>The same for who only looks at a sale.</summary>
    public IReadOnlyList<string> WarningsOf(SaleAtLaw sale, int brandId) => Say(FaultsOf(sale), brandId);

    private static long CapOf(bool named) => named ? NamedCapFen : UnnamedCapFen;

    private static IEnumerable<string> FaultsOf(SaleAtLaw sale)
    {
        var held = sale.Reloaded is { } card ? (card.Available + card.Frozen).TotalFen : 0;
        if (held + sale.PrincipalFen + sale.BonusFen > CapOf(sale.Named)) yield return "Cap";
        if (!sale.HasHolder && (sale.Named || sale.PrincipalFen >= RealNameFromFen)) yield return "RealName";
        if (sale.Tender == SaleTender.Cash && sale.PrincipalFen >= (sale.ForCompany ? CompanyCashBelowFen : PersonCashBelowFen))
            yield return "Cash";
    }

    private static IEnumerable<string> FaultsOf(CardTypeTerms terms)
    {
        var cap = CapOf(terms.Named);
        var leastOnCard = terms.MinimumLoad.Fen + terms.BonusOf(terms.MinimumLoad.Fen);
        if (terms.MaximumBalance is not { } most || most.Fen > cap || leastOnCard > cap) yield return "Cap";
        if (terms.ValidityMonths is { } months && (terms.Named || months < UnnamedMonths)) yield return "Validity";
        if (terms is { Named: true, LossReport: false }) yield return "LossReport";
        if (!terms.Transferable) yield return "Transfer";
        if (terms.Refund.CoolingOffDays < 7) yield return "Refund";
    }

    private List<string> Say(IEnumerable<string> faults, int brandId) =>
        [.. faults.Where(g => settings.Text(SettingOf(g), brandId) != "off").Select(g => Guards[g].Warning)];

    private List<string> Weigh(IEnumerable<string> faults, int brandId)
    {
        var warnings = new List<string>();
        foreach (var guard in faults)
        {
            switch (settings.Text(SettingOf(guard), brandId))
            {
                case "off": break;
                case "refuse": throw new Refusal(Guards[guard].Refusal, RefusalKind.Conflict);
                default: warnings.Add(Guards[guard].Warning); break;
            }
        }

        return warnings;
    }
}

/// <summary>A sale as the law looks at it.</summary>
/// <param name="Named">The card belongs to somebody whom the brand knows.</param>
/// <param name="HasHolder">The buyer is registered.</param>
/// <param name="Reloaded">The card that is reloaded; null: a new one.</param>
internal sealed record SaleAtLaw(
    bool Named, bool HasHolder, bool ForCompany, SaleTender Tender, long PrincipalFen, long BonusFen, Card? Reloaded);
