using RetailMember.Membership.Data;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>How one line of a receipt is made up: from its list price to what money pays.</summary>
/// <param name="No">From 1.</param>
/// <param name="List">Yuan before any discount.</param>
/// <param name="PriceRule">The price rule that applied, the best one; left out where the till had priced the line.</param>
/// <param name="Payable">Yuan at that price.</param>
/// <param name="Tenders">What each tender pays of it.</param>
internal sealed record PaidLine(
    int No,
    string? Category,
    int Quantity,
    Money List,
    string? PriceRule,
    Money Payable,
    IReadOnlyList<TenderShare> Tenders)
{
    /// <summary>Yuan that money, or what the till alone knows, pays of it.</summary>
    public Money Money => new(Payable.Fen - Tenders.Sum(t => t.Amount.Fen));

    public static IReadOnlyList<TenderShare> SharesOf(IEnumerable<(int Number, long Fen)> shares) =>
        [.. shares.Where(s => s.Fen > 0).Select(s => new TenderShare(s.Number, new Money(s.Fen)))];
}

/// <summary>A tender's share of a line.</summary>
/// <param name="Tender">The tender's number on the receipt.</param>
/// <param name="Amount">Yuan.</param>
internal sealed record TenderShare(int Tender, Money Amount);

/// <summary>A tender on a receipt.</summary>
/// <param name="No">From 1, in the order in which tenders are laid on.</param>
/// <param name="Kind"><c>voucher</c>, <c>points</c>, <c>external</c>, or what another module settles.</param>
/// <param name="Name">Such as the code of the voucher's definition.</param>
/// <param name="Title">
/// What the caller's language calls it, such as the name of the voucher's definition; left out where there is no word for
/// it, and in answers to recording, which are kept and sent again as they were, whoever asks.
/// </param>
/// <param name="Amount">Yuan that it pays.</param>
/// <param name="Points">Points that it spends.</param>
/// <param name="Refunded">Yuan of it that refunds have given back.</param>
internal sealed record PaidTender(
    int No, string Kind, string Name, string? Title, Money Amount, long Points, Money Refunded)
{
    public static PaidTender Of(SettledTender tender, TenderTitles titles) => new(
        tender.Number, tender.Kind, tender.Use.Name, titles.Of(tender.Kind, tender.Use.Name), new Money(tender.Use.AmountFen),
        tender.Use.Points, Money.Zero);

    public static PaidTender Of(PurchaseTender row, TenderTitles titles) => new(
        row.Number, row.Kind, row.Name, titles.Of(row.Kind, row.Name), new Money(row.AmountFen), row.Points,
        new Money(row.RefundedFen));
}
