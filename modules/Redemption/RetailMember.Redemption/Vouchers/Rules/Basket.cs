using RetailMember.Membership;

namespace RetailMember.Redemption.Vouchers.Rules;

/// <summary>The lines of a receipt while vouchers are laid on them one after the other.</summary>
internal sealed class Basket(IReadOnlyList<VoucherBasketLine> lines)
{
    private readonly long[] discounts = new long[lines.Count];

    /// <summary>What the vouchers so far pay of each line, in fen.</summary>
    public IReadOnlyList<long> DiscountsFen => discounts;

    /// <summary>What the goods that a voucher counts for cost without vouchers, in fen.</summary>
    public long ListFen(VoucherTerms terms) => lines.Where(l => terms.CountsFor(l.Category)).Sum(l => l.AmountFen);

    /// <summary>What is still to be paid of them, in fen.</summary>
    public long LeftFen(VoucherTerms terms) => Eligible(terms).Sum(Left);

    /// <summary>
    /// Spreads a discount over the lines that the voucher counts for, in proportion to what is left of each, so that a
    /// refund of one line knows its share. No fen is lost to rounding. Answers the share of each line.
    /// </summary>
    public long[] Take(VoucherTerms terms, long discountFen)
    {
        var eligible = Eligible(terms).ToList();
        var parts = TenderShares.Spread(discountFen, [.. eligible.Select(Left)]);
        var shares = new long[lines.Count];
        foreach (var (line, part) in eligible.Zip(parts))
        {
            shares[line] = part;
            discounts[line] += part;
        }

        return shares;
    }

    private long Left(int line) => lines[line].AmountFen - discounts[line];

    private IEnumerable<int> Eligible(VoucherTerms terms) =>
        Enumerable.Range(0, lines.Count).Where(i => terms.CountsFor(lines[i].Category) && Left(i) > 0);
}
