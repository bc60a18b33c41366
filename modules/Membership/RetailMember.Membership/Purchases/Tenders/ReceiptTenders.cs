using RetailMember.Membership.Data;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>What paid a receipt beside money, as it stands in the books.</summary>
internal sealed record ReceiptTenders(
    IReadOnlyList<PurchaseTender> Tenders,
    IReadOnlyList<PurchaseTenderLine> Lines,
    IReadOnlyList<RefundTender> Refunds,
    TenderTitles Titles)
{
    public static readonly ReceiptTenders None = new([], [], [], TenderTitles.None);

    public IReadOnlyList<PaidTender> Paid() => [.. Tenders.Select(t => PaidTender.Of(t, Titles))];

    public IReadOnlyList<TenderShare> SharesOf(int lineNo) =>
        PaidLine.SharesOf(Lines.Where(l => l.LineNo == lineNo).Select(l => (l.Number, l.AmountFen)));

    public IReadOnlyList<TenderBack> BacksOf(Guid refund) =>
    [
        .. from back in Refunds
           where back.RefundId == refund
           select TenderBack.Of(back, Tenders.Single(t => t.Number == back.Number), Titles),
    ];
}
