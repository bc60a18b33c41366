using RetailMember.Ledger;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>How many points one receipt is to be paid with, or why with none.</summary>
/// <param name="Yuan">Whole yuan that they pay.</param>
/// <param name="Usable">What the member can spend; 0 where it was not looked up.</param>
internal sealed record PointsPlan(TenderReceipt Receipt, ProgrammeInForce Version, long Yuan, long Usable, Refusal? Refusal)
{
    private const int FenPerYuan = 100;

    public long Points => Yuan * Version.Programme.Document.PointsPerYuan;

    public bool Lacks => Points > Usable;

    private string Key => $"purchase:{Receipt.PurchaseId:N}:points-money";

    public static PointsPlan Of(TenderReceipt receipt, ProgrammeInForce version, long usable)
    {
        var asked = receipt.Asked[0];
        var (perYuan, mostPercent) = (version.Programme.Document.PointsPerYuan, version.Programme.Document.PointsMostPercent);
        var mostFen = Math.Min(receipt.LeftFen, (long)((Int128)receipt.PayableFen * mostPercent / 100));
        var most = mostFen / FenPerYuan;
        var wanted = asked.Points is { } points ? points / perYuan : Math.Min(Math.Max(0, usable) / perYuan, most);
        return new PointsPlan(receipt, version, wanted, usable, Fault());

        Refusal? Fault()
        {
            if (receipt.Asked.Count > 1) return receipt.Asked[1].Fault("kind", "purchase.points-twice");
            if (asked.AmountFen is not null) return asked.Fault("amount", "purchase.points-not-by-amount");
            if (mostPercent == 0) return No("purchase.points-pay-nothing");
            if (wanted == 0) return No("purchase.points-below-unit", ("unit", perYuan));
            return wanted > most ? No("purchase.points-exceed-receipt", ("most", most * perYuan)) : null;
        }
    }

    public TenderOutcome Outcome() =>
        new([new TenderUse(PointsTender.Kind, Key, Receipt.Spread(Yuan * FenPerYuan), Points)]);

    public Debit Debit() => new()
    {
        Key = Key,
        Owner = Receipt.Member,
        Unit = MembershipUnits.Points,
        Amount = Points,
        On = Receipt.On,
        Kind = PostingKind.Spend,
        Reason = new PostingReason
        {
            StoreId = Receipt.Call.Store?.Id,
            Operator = Receipt.Call.Caller.Name,
            Rule = "points-money",
            RuleVersion = Version.Number,
            Source = $"purchase:{Receipt.PurchaseId:N}",
        },
    };

    private static Refusal No(string code, params (string, object?)[] facts) => new(code, RefusalKind.Conflict, facts);
}
