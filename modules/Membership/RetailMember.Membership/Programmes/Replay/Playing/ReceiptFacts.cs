using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>A receipt as the books have it.</summary>
internal sealed class ReceiptFacts(Purchase row)
{
    public Purchase Row { get; } = row;

    /// <summary>What it earns from; made only for receipts of the window.</summary>
    public Receipt Receipt { get; set; }

    /// <summary>List price less what was paid, in fen, of the lines that the till left to the programme to price.</summary>
    public long DiscountFen { get; set; }

    /// <summary>What the programme itself granted; other modules' points are the same under any version.</summary>
    public long Points => Row.Points - Row.AddedPoints;

    public TierMetrics Gained => new()
    {
        SpendFen = Row.EarningFen,
        Purchases = Row.PaidFen > 0 ? 1 : 0,
        Growth = Row.Growth,
        PointsEarned = Points,
    };

    /// <summary>
    /// Time order; receipts of one instant as they were recorded, those of one batch as files and tills give them: by store
    /// and number.
    /// </summary>
    public static int InTime(ReceiptFacts one, ReceiptFacts other)
    {
        var order = one.Row.OccurredAt.CompareTo(other.Row.OccurredAt);
        if (order == 0) order = RecordedAt.Of(one.Row.Id).CompareTo(RecordedAt.Of(other.Row.Id));
        if (order == 0) order = string.CompareOrdinal(StoreOf(one), StoreOf(other));
        return order != 0 ? order : string.CompareOrdinal(one.Row.ReceiptNo, other.Row.ReceiptNo);

        static string? StoreOf(ReceiptFacts receipt) => receipt.Receipt.Store?.ToUpperInvariant();
    }
}

/// <summary>A refund as the books have it, with what it took of its receipt.</summary>
/// <param name="At">UTC; never before the receipt.</param>
internal sealed record RefundFacts(Refund Row, ReceiptFacts Receipt, RefundShares Shares, DateTime At)
{
    /// <param name="tendered">Something beside money paid part of the receipt.</param>
    /// <param name="refunds">All of the receipt, with what went back to tenders.</param>
    public static IEnumerable<RefundFacts> Of(
        ReceiptFacts receipt, bool tendered, IEnumerable<(Refund Row, long TenderFen)> refunds)
    {
        var purchase = receipt.Row;
        var byMoney = tendered && purchase.EarningFen > 0;
        long refunded = 0, refundedMoney = 0;
        foreach (var (row, tenderFen) in refunds.OrderBy(r => r.Row.OccurredAt).ThenBy(r => r.Row.Id))
        {
            var whole = new Clawback(purchase.PaidFen, refunded, row.AmountFen);
            var money = row.AmountFen - tenderFen;
            var shares = !byMoney ? RefundShares.Of(whole) : new RefundShares(
                whole, money == 0 ? null : new Clawback(purchase.EarningFen, refundedMoney, money));
            yield return new RefundFacts(
                row, receipt, shares, row.OccurredAt < purchase.OccurredAt ? purchase.OccurredAt : row.OccurredAt);
            refunded += row.AmountFen;
            refundedMoney += money;
        }
    }
}
