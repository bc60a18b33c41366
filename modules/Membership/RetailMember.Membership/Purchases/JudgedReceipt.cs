using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>A receipt that the programme has judged, on its way into the books.</summary>
internal sealed class JudgedReceipt(
    PricedReceipt priced, Evaluation evaluation, IReadOnlyList<SettledTender> tenders, int? metricsEpoch)
{
    public Guid Id => priced.Id;

    public MemberAtTill At => priced.At;

    /// <summary>To whose account the points go.</summary>
    public MemberAtTill Earner => priced.Earner;

    /// <summary>The number of whoever earns for the buyer; null where that is himself.</summary>
    public string? EarnerNo => Earner == At ? null : Earner.Member.MemberNo;

    public ProgrammeInForce Version => priced.Version;

    public DateOnly BusinessDate => priced.Day;

    public Evaluation Evaluation { get; } = evaluation;

    /// <summary>What pays beside money, in the order in which it was laid on.</summary>
    public IReadOnlyList<SettledTender> Tenders { get; } = tenders;

    /// <summary>The member's standing once the receipt is booked.</summary>
    public Standing After { get; set; } = evaluation.After;

    /// <summary>The ladder of <see cref="After"/>; that of a newer version where the receipt came late.</summary>
    public TierLadder Ladder { get; set; } = priced.Version.Programme.Ladder;

    /// <summary>What other modules may add to; made only where one of them asks.</summary>
    public ReceiptUnderway Underway { get; } = new(
        priced.At.Member.BrandId, priced.Store.Id, priced.At.Member.Id, priced.At.Member.MemberNo, evaluation.TierBefore.Code,
        priced.Day, evaluation.EarningFen, evaluation.Points);

    /// <summary>Points of the programme and of what modules added.</summary>
    public long Points => Evaluation.Points + AddedPoints;

    public long AddedPoints => Underway.Additions.Sum(a => a.Points);

    /// <summary>How price, points and growth came about: by the programme, then by what modules added.</summary>
    public Explanation Why => Underway.Additions.Count == 0
        ? Evaluation.Why
        : new([.. Evaluation.Why.Lines, .. Underway.Additions.Select(ExplanationLine.Added)]);

    public Purchase Purchase(string receiptNo) => new()
    {
        Id = Id,
        BrandId = At.Member.BrandId,
        StoreId = priced.Store.Id,
        ReceiptNo = receiptNo,
        MemberId = At.Member.Id,
        EarnerId = Earner == At ? null : Earner.Member.Id,
        OccurredAt = priced.OccurredAt,
        BusinessDate = BusinessDate,
        ListFen = Evaluation.ListFen,
        PaidFen = Evaluation.PayFen,
        EarningFen = Evaluation.EarningFen,
        Points = Points,
        AddedPoints = AddedPoints,
        Growth = Evaluation.Growth,
        Tier = Evaluation.TierBefore.Code,
        ProgrammeVersion = Version.Number,
        MetricsEpoch = metricsEpoch,
        Operator = priced.Call.Caller.Name,
    };

    /// <summary>The lines as the receipt had them; none where it named only its total.</summary>
    public IEnumerable<PurchaseLine> Lines() => priced.Form.Lines.Select((line, i) => new PurchaseLine
    {
        PurchaseId = Id,
        LineNo = i + 1,
        BrandId = At.Member.BrandId,
        Category = line.Category,
        Quantity = line.Quantity,
        ListFen = (line.ListAmount ?? line.Amount)!.Value.Fen,
        PriceRule = PriceRuleOf(line),
        PaidFen = Evaluation.PayFenByLine[i],
    });

    public IEnumerable<PurchaseTender> TenderRows() => Tenders.Select(t => t.Row(Id, At.Member.BrandId));

    public IEnumerable<PurchaseTenderLine> TenderLineRows() => Tenders.SelectMany(t => t.LineRows(Id, At.Member.BrandId));

    /// <summary>How the receipt is made up, line by line; a receipt without lines has one.</summary>
    public IReadOnlyList<PaidLine> PaidLines() =>
    [
        .. priced.Lines.Select((line, i) => new PaidLine(
            i + 1,
            line.Category,
            line.Quantity,
            new Money(line.ListFen),
            priced.Form.Lines.Count > 0 ? PriceRuleOf(priced.Form.Lines[i]) : null,
            new Money(Evaluation.PayFenByLine[i]),
            PaidLine.SharesOf(Tenders.Select(t => (t.Number, t.Use.LineFen[i]))))),
    ];

    public IReadOnlyList<PaidTender> PaidTenders(TenderTitles titles) => [.. Tenders.Select(t => PaidTender.Of(t, titles))];

    /// <summary>What its tenders are, for whoever knows words for them.</summary>
    public IEnumerable<(string Kind, string Name)> TenderNames => Tenders.Select(t => (t.Kind, t.Use.Name));

    /// <summary>The best price that the programme gave, for a line that the till had not priced itself.</summary>
    private string? PriceRuleOf(ReceiptLine line) =>
        line.Amount is null && Evaluation.Offers is [var best, ..] ? best.Code : null;

    public IEnumerable<Posting> Postings(Purchase purchase)
    {
        if (Points > 0)
            yield return Earn(Earner, purchase.PointsKey, MembershipUnits.Points, Points, EarningUnit.Points) with
            {
                StartsOn = Evaluation.Lot.UsableFrom > BusinessDate ? Evaluation.Lot.UsableFrom : null,
                ExpiresOn = Evaluation.Lot.ExpiresOn,
            };
        if (Evaluation.Growth > 0)
            yield return Earn(At, purchase.GrowthKey, MembershipUnits.Growth, Evaluation.Growth, EarningUnit.Growth);
    }

    private Credit Earn(MemberAtTill owner, string key, string unit, long amount, EarningUnit explained) => new()
    {
        Key = key,
        Owner = owner.Member.Id,
        Unit = unit,
        Amount = amount,
        On = BusinessDate,
        Kind = PostingKind.Earn,
        Reason = new PostingReason
        {
            StoreId = priced.Store.Id,
            Operator = priced.Call.Caller.Name,
            Rule = "programme",
            RuleVersion = Version.Number,
            Source = $"purchase:{Id:N}",
            Why = Why.Of(explained).ToJson(),
        },
    };
}
