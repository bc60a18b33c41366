using RetailMember.Values;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// A checked document made ready to judge receipts: names resolved, rates exact, lists in order. Holds no state and may
/// be shared by all threads for as long as the version lives.
/// </summary>
internal sealed class Programme
{
    /// <summary>Text key of why a card that ended has no benefits.</summary>
    public const string CardEndedRule = "membership.why.card-ended";

    private readonly Pricing pricing;
    private readonly Multipliers multipliers;
    private readonly CompiledEarningRule[] rules;

    private Programme(ProgrammeDocument document)
    {
        Document = document;
        Ladder = new(document.TierSet);
        pricing = new(document.PriceBenefits, Ladder);
        multipliers = new(document, Ladder);
        rules = [.. document.EarningRules.Where(rule => rule.Enabled).Select(rule => new CompiledEarningRule(rule))];
    }

    public ProgrammeDocument Document { get; }

    public TierLadder Ladder { get; }

    /// <exception cref="ArgumentException">The document has faults; ask <see cref="ProgrammeCheck"/> first.</exception>
    public static Programme From(ProgrammeDocument document)
    {
        var faults = ProgrammeCheck.Faults(document);
        return faults.Count == 0
            ? new(document)
            : throw new ArgumentException(string.Join("; ", faults), nameof(document));
    }

    /// <summary>
    /// Judges one receipt. Lines without a paid amount are priced at the best rate that the member may have; the tier
    /// held at the start decides it all, a promotion counts from the next receipt on.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount or quantity is negative or too large.</exception>
    public Evaluation Evaluate(in MemberState member, in Receipt receipt)
    {
        ReceiptGuard.Check(receipt);
        var tier = Ladder.Held(member.Tier, member.Metrics);
        var day = receipt.Day;
        var occasion = new Occasion(day, receipt.Store, tier.Step, member.Birthday);
        var isOpen = PricedBasket.IsOpen(receipt);
        var ended = !Document.Enrolment.IsValidOn(day, member.JoinedOn, member.RenewedThrough, member.Renewals ?? []);
        var listPriceRule = ended ? CardEndedRule : receipt.ListPriceRule;
        var offers = isOpen && listPriceRule is null
            ? pricing.Offers(tier, occasion, PricedBasket.OpenFen(receipt), receipt.ModulePrices)
            : [];
        var basket = new PricedBasket(receipt, offers.Length > 0 ? offers[0].PayRate : PayRate.Full);

        var lines = new List<ExplanationLine>(rules.Length + 1);
        if (offers.Length > 0)
            lines.Add(PriceLine(offers[0], PricedBasket.OpenFen(receipt)));
        else if (isOpen || ended)
            lines.Add(ExplanationLine.AtListPrice(listPriceRule!, isOpen ? PricedBasket.OpenFen(receipt) : basket.PaidFen));
        var points = ended ? 0 : Earn(EarningUnit.Points, member, tier, occasion, basket, lines);
        var growth = ended ? 0 : Earn(EarningUnit.Growth, member, tier, occasion, basket, lines);
        var gained = new TierMetrics
        {
            SpendFen = basket.EarningFen,
            Purchases = basket.PaidFen > 0 ? 1 : 0,
            Growth = growth,
            PointsEarned = points,
        };
        return new()
        {
            ListFen = basket.ListFen,
            PayFen = basket.PaidFen,
            PayFenByLine = basket.PaidByLine,
            EarningFen = basket.EarningFen,
            Offers = offers,
            Points = points,
            Growth = growth,
            Lot = LotDates.For(Document.Expiry, Document.PendingDays, day, member.JoinedOn),
            TierBefore = tier,
            After = Ladder.Promote(tier, member.Metrics.Plus(gained)),
            Gained = gained,
            CardEnded = ended,
            Why = new(lines),
        };
    }

    /// <summary>What people call the price; null where the programme has no name for it.</summary>
    public LocalName? NameOf(in PriceOffer offer)
    {
        var code = offer.Code;
        return offer.Source == PriceSource.Tier
            ? Ladder.Find(code)?.Name
            : Document.PriceBenefits.FirstOrDefault(benefit => benefit.Code == code)?.Name;
    }

    private long Earn(
        EarningUnit unit,
        in MemberState member,
        CompiledTier tier,
        in Occasion occasion,
        in PricedBasket basket,
        List<ExplanationLine> lines)
    {
        var factors = multipliers.For(unit, tier, member.PointsBalance, occasion);
        long total = 0;
        foreach (var rule in rules)
        {
            if (rule.Unit != unit || !rule.AppliesIn(occasion.Store))
                continue;
            var counted = rule.BaseOf(basket);
            if (counted <= 0)
                continue;
            var worth = rule.Worth(counted, factors);
            lines.Add(rule.Explain(counted, factors, worth));
            total = checked(total + worth);
        }
        return total;
    }

    private static ExplanationLine PriceLine(in PriceOffer offer, long openFen) => new(
        offer.Code,
        offer.Source switch
        {
            PriceSource.Tier => ExplanationKind.PriceByTier,
            PriceSource.Benefit => ExplanationKind.PriceByBenefit,
            _ => ExplanationKind.PriceByModule,
        },
        EarningUnit.Points,
        EarningBasis.Amount,
        openFen,
        Per: 0,
        offer.PayRate.TenThousandths,
        Factor.Scale,
        Factor.Scale,
        Factor.Scale,
        Campaign: null,
        offer.PayableFen);
}
