using RetailMember.Membership.Data;

namespace RetailMember.Membership.Purchases;

/// <summary>A tender that pays its part of a receipt.</summary>
/// <param name="Number">From 1, in the order in which tenders were laid on.</param>
internal sealed record SettledTender(int Number, string Kind, TenderUse Use)
{
    public PurchaseTender Row(Guid purchase, int brand) => new()
    {
        PurchaseId = purchase,
        Number = Number,
        BrandId = brand,
        Kind = Kind,
        Name = Use.Name,
        Reference = Use.Reference,
        AmountFen = Use.AmountFen,
        Points = Use.Points,
    };

    public IEnumerable<PurchaseTenderLine> LineRows(Guid purchase, int brand) =>
        Use.LineFen.Select((fen, line) => new PurchaseTenderLine
        {
            PurchaseId = purchase,
            Number = Number,
            LineNo = line + 1,
            BrandId = brand,
            AmountFen = fen,
        }).Where(l => l.AmountFen > 0);
}
