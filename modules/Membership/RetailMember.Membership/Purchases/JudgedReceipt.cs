using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>A receipt that the programme has judged, on its way into the books.</summary>
internal sealed class JudgedReceipt(
    ReceiptForm form,
    CallContext call,
    MemberAtTill at,
    Store store,
    DateTime occurredAt,
    ProgrammeInForce version,
    Evaluation evaluation,
    int? metricsEpoch)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public MemberAtTill At { get; } = at;

    public ProgrammeInForce Version { get; } = version;

    public Evaluation Evaluation { get; } = evaluation;

    /// <summary>The member's standing once the receipt is booked.</summary>
    public Standing After { get; set; } = evaluation.After;

    /// <summary>The ladder of <see cref="After"/>; that of a newer version where the receipt came late.</summary>
    public TierLadder Ladder { get; set; } = version.Programme.Ladder;

    public DateOnly BusinessDate { get; } = call.RequiredBrand.DateOf(occurredAt);

    /// <summary>What other modules may add to; made only where one of them asks.</summary>
    public ReceiptUnderway Underway { get; } = new(
        at.Member.BrandId, store.Id, at.Member.Id, at.Member.MemberNo, evaluation.TierBefore.Code,
        call.RequiredBrand.DateOf(occurredAt), evaluation.EarningFen, evaluation.Points);

    /// <summary>Points of the programme and of what modules added.</summary>
    public long Points => Evaluation.Points + Underway.Additions.Sum(a => a.Points);

    public Purchase Purchase(string receiptNo) => new()
    {
        Id = Id,
        BrandId = At.Member.BrandId,
        StoreId = store.Id,
        ReceiptNo = receiptNo,
        MemberId = At.Member.Id,
        OccurredAt = occurredAt,
        BusinessDate = BusinessDate,
        ListFen = Evaluation.ListFen,
        PaidFen = Evaluation.PayFen,
        EarningFen = Evaluation.EarningFen,
        Points = Points,
        AddedPoints = Points - Evaluation.Points,
        Growth = Evaluation.Growth,
        Tier = Evaluation.TierBefore.Code,
        ProgrammeVersion = Version.Number,
        MetricsEpoch = metricsEpoch,
        Operator = call.Caller.Name,
    };

    /// <summary>The lines as the receipt had them; none where it named only its total.</summary>
    public IEnumerable<PurchaseLine> Lines() => form.Lines.Select((line, i) => new PurchaseLine
    {
        PurchaseId = Id,
        LineNo = i + 1,
        BrandId = At.Member.BrandId,
        Category = line.Category,
        Quantity = line.Quantity,
        ListFen = (line.ListAmount ?? line.Amount)!.Value.Fen,
        PaidFen = Evaluation.PayFenByLine[i],
    });

    public IEnumerable<Posting> Postings(Purchase purchase)
    {
        if (Points > 0)
            yield return Earn(purchase.PointsKey, MembershipUnits.Points, Points, EarningUnit.Points) with
            {
                StartsOn = Evaluation.Lot.UsableFrom > BusinessDate ? Evaluation.Lot.UsableFrom : null,
                ExpiresOn = Evaluation.Lot.ExpiresOn,
            };
        if (Evaluation.Growth > 0)
            yield return Earn(purchase.GrowthKey, MembershipUnits.Growth, Evaluation.Growth, EarningUnit.Growth);
    }

    private Credit Earn(string key, string unit, long amount, EarningUnit explained) => new()
    {
        Key = key,
        Owner = At.Member.Id,
        Unit = unit,
        Amount = amount,
        On = BusinessDate,
        Kind = PostingKind.Earn,
        Reason = new PostingReason
        {
            StoreId = store.Id,
            Operator = call.Caller.Name,
            Rule = "programme",
            RuleVersion = Version.Number,
            Source = $"purchase:{Id:N}",
            Why = PurchaseWhy.Of(Evaluation.Why, explained, Underway.Additions),
        },
    };
}
