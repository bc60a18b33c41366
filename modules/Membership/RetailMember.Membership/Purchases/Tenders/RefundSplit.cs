using RetailMember.Membership.Data;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Says of a refund what goes back to which tender and what in money: line by line, in proportion to what is left of each
/// share of the line. The last refund takes what is left.
/// </summary>
internal sealed class RefundSplit(IReadOnlyList<PurchaseTender> tenders, IReadOnlyList<PurchaseTenderLine> shares)
{
    private readonly long[] backFen = new long[tenders.Count];

    /// <summary>What goes back in money, in fen.</summary>
    public long MoneyFen { get; private set; }

    /// <summary>What goes back to each tender, in fen.</summary>
    public IReadOnlyList<long> BackFen => backFen;

    /// <param name="lineLeftFen">What is left of the line, this refund not yet taken off.</param>
    /// <param name="fen">What is refunded of it.</param>
    public void Take(int lineNo, long lineLeftFen, long fen)
    {
        PurchaseTenderLine?[] own = [.. tenders.Select(t => shares.FirstOrDefault(s => s.Number == t.Number && s.LineNo == lineNo))];
        long[] tendered = [.. own.Select(s => s is null ? 0 : s.AmountFen - s.RefundedFen)];
        var back = TenderShares.Spread(fen, [.. tendered, lineLeftFen - tendered.Sum()]);
        for (var i = 0; i < own.Length; i++)
        {
            backFen[i] += back[i];
            if (own[i] is { } share) share.RefundedFen += back[i];
        }

        MoneyFen += back[^1];
    }
}
