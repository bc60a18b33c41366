namespace RetailMember.Redemption.Vouchers.Rules;

/// <summary>A voucher on its way onto a basket, and what it pays there.</summary>
/// <param name="terms">Its definition's.</param>
/// <param name="remainingFen">What it still holds, in fen; 0 for a percentage.</param>
internal class LaidVoucher(VoucherTerms terms, long remainingFen)
{
    public VoucherTerms Terms { get; } = terms;

    public long DiscountFen { get; private set; }

    /// <summary>Of each line, in fen.</summary>
    public IReadOnlyList<long> LineDiscountsFen { get; private set; } = [];

    /// <summary>
    /// Percentages before amounts, and what counts for some goods only before what counts for all: the order that leaves
    /// the member most.
    /// </summary>
    public static IEnumerable<TLaid> InOrder<TLaid>(IEnumerable<TLaid> vouchers)
        where TLaid : LaidVoucher =>
        vouchers.OrderBy(v => v.Terms.PayRate is null).ThenBy(v => v.Terms.Categories.Count == 0);

    /// <summary>Lays it on what the ones before it left; the refusal's code where it cannot be.</summary>
    public string? LayOn(Basket basket)
    {
        if (basket.ListFen(Terms) < Terms.MinimumSpend.Fen) return VoucherRefusals.BelowMinimum;
        var worth = Terms.WorthFen(basket.LeftFen(Terms), remainingFen);
        if (worth == 0) return VoucherRefusals.NotApplicable;
        DiscountFen = worth;
        LineDiscountsFen = basket.Take(Terms, worth);
        return null;
    }
}
