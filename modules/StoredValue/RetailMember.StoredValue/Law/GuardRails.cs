using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Law;

/// <summary>
/// What the law on prepaid cards says, as switches per brand: each is off, warns, or refuses, by the figures that the brand
/// has set. A lawyer must confirm what holds; the program only says it plainly where staff decides.
/// </summary>
internal sealed class GuardRails(ISettings settings, ITexts texts)
{
    private const string CashRefundGuard = "CashRefund";

    /// <summary>The switch of figures that are laxer than the usual ones.</summary>
    public const string FiguresGuard = "Figures";
    public const string Off = "off";
    public const string Refuse = "refuse";

    /// <summary>What a switch may say.</summary>
    public static readonly IReadOnlyList<string> Answers = [Off, "warn", Refuse];

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
        [CashRefundGuard] = ("storedvalue.law.cash-refund", "storedvalue.cash-refund-too-high"),
        [FiguresGuard] = ("storedvalue.law.figures", "storedvalue.figures-too-lax"),
    };

    public static IReadOnlyCollection<string> Switches => Guards.Keys;

    public static string SettingOf(string guard) => "StoredValue.Law." + guard;

    /// <summary>What the law has against a sale; refuses where the brand wants it refused.</summary>
    public IReadOnlyList<LawWarning> OfSale(SaleAtLaw sale, int brandId) => Weigh(FaultsOf(sale, FiguresOf(brandId)), brandId);

    /// <summary>
    /// Refuses value for a card that would hold more than the law allows, or by figures that are too lax, where the brand wants
    /// that refused.
    /// </summary>
    public void RequireLawfulLoad(bool named, long fen, int brandId) =>
        Weigh(FaultsOfLoad(named, fen, FiguresOf(brandId)), brandId);

    /// <summary>What the law has against terms of a card type; refuses where the brand wants it refused.</summary>
    public IReadOnlyList<LawWarning> OfType(CardTypeTerms terms, int brandId) => Weigh(FaultsOf(terms, FiguresOf(brandId)), brandId);

    /// <summary>The same for who only looks: nothing is refused.</summary>
    public IReadOnlyList<LawWarning> WarningsOf(CardTypeTerms terms, int brandId) => Say(FaultsOf(terms, FiguresOf(brandId)), brandId);

    /// <summary>The same for who only looks at a sale.</summary>
    public IReadOnlyList<LawWarning> WarningsOf(SaleAtLaw sale, int brandId) => Say(FaultsOf(sale, FiguresOf(brandId)), brandId);

    /// <summary>The most that goes back in cash on one day: as promised, or as the law has it where the brand enforces that.</summary>
    public Money MostCash(Money promised, int brandId) =>
        AnswerOf(CashRefundGuard, brandId) == Refuse && FiguresOf(brandId).CashRefund is var lawful && lawful < promised
            ? lawful
            : promised;

    private LawFigures FiguresOf(int brandId) => LawFigures.Of(settings, brandId);

    private string AnswerOf(string guard, int brandId) => AnswerOf(guard, settings, brandId);

    /// <summary>What a switch says, by settings that are or that would be.</summary>
    public static string AnswerOf(string guard, ISettings settings, int? brandId) => settings.Text(SettingOf(guard), brandId);

    private static IEnumerable<string> FaultsOfLoad(bool named, long fen, LawFigures law)
    {
        if (fen > law.CapOf(named).Fen) yield return "Cap";
        if (law.IsLaxerThanUsual) yield return FiguresGuard;
    }

    private static IEnumerable<string> FaultsOf(SaleAtLaw sale, LawFigures law)
    {
        var held = sale.Reloaded is { } card ? (card.Available + card.Frozen).TotalFen : 0;
        if (held + sale.PrincipalFen + sale.BonusFen > law.CapOf(sale.Named).Fen) yield return "Cap";
        if (!sale.HasHolder && (sale.Named || sale.PrincipalFen >= law.RealNameFrom.Fen)) yield return "RealName";
        if (sale.Tender == SaleTender.Cash
            && sale.PrincipalFen >= (sale.ForCompany ? law.CompanyCashBelow : law.PersonCashBelow).Fen)
            yield return "Cash";
        if (law.IsLaxerThanUsual) yield return FiguresGuard;
    }

    private static IEnumerable<string> FaultsOf(CardTypeTerms terms, LawFigures law)
    {
        var cap = law.CapOf(terms.Named).Fen;
        var leastOnCard = terms.MinimumLoad.Fen + terms.BonusOf(terms.MinimumLoad.Fen);
        if (terms.MaximumBalance is not { } most || most.Fen > cap || leastOnCard > cap) yield return "Cap";
        if (terms.ValidityMonths is { } months && (terms.Named || months < law.UnnamedMonths)) yield return "Validity";
        if (terms is { Named: true, LossReport: false }) yield return "LossReport";
        if (!terms.Transferable) yield return "Transfer";
        if (terms.Refund.CoolingOffDays < law.CoolingOffDays) yield return "Refund";
        if (terms.Refund.CashUpTo > law.CashRefund) yield return CashRefundGuard;
        if (law.IsLaxerThanUsual) yield return FiguresGuard;
    }

    private List<LawWarning> Say(IEnumerable<string> faults, int brandId) =>
        [.. faults.Where(g => AnswerOf(g, brandId) != Off).Select(g => WarningOf(g, brandId))];

    private List<LawWarning> Weigh(IEnumerable<string> faults, int brandId)
    {
        var warnings = new List<LawWarning>();
        foreach (var guard in faults)
        {
            switch (AnswerOf(guard, brandId))
            {
                case Off: break;
                case Refuse:
                    throw new Refusal(Guards[guard].Refusal, RefusalKind.Conflict, [.. FiguresOf(brandId).Facts]);
                default: warnings.Add(WarningOf(guard, brandId)); break;
            }
        }

        return warnings;
    }

    private LawWarning WarningOf(string guard, int brandId)
    {
        var key = Guards[guard].Warning;
        return new LawWarning(key, texts.Format(key, FiguresOf(brandId).Facts));
    }
}

/// <summary>What the law has against something.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Text">In the language of whoever asks, with the brand's figures.</param>
internal sealed record LawWarning(string Code, string Text);

/// <summary>A sale as the law looks at it.</summary>
/// <param name="Named">The card belongs to somebody whom the brand knows.</param>
/// <param name="HasHolder">The buyer is registered.</param>
/// <param name="Reloaded">The card that is reloaded; null: a new one.</param>
internal sealed record SaleAtLaw(
    bool Named, bool HasHolder, bool ForCompany, SaleTender Tender, long PrincipalFen, long BonusFen, Card? Reloaded);
