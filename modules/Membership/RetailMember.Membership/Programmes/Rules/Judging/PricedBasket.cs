using RetailMember.Values;

namespace RetailMember.Membership.Programmes;

/// <summary>The amounts of a receipt, each line's share worked out so that the shares add up to the whole.</summary>
internal readonly struct PricedBasket
{
    private readonly BasketLine[] lines;
    private readonly long[]? tendered;
    private readonly long untenderedFen;

    public PricedBasket(in Receipt receipt, PayRate rate)
    {
        lines = receipt.Lines;
        tendered = receipt.TenderedByLine;
        PaidByLine = new long[lines.Length];
        long open = 0, payable = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var paid = lines[i].PaidFen;
            if (paid is null)
            {
                // Rounding the running total, not the line: the total is rounded once and the lines still add up.
                open += lines[i].ListFen;
                paid = rate.Of(open) - payable;
                payable += paid.Value;
            }
            PaidByLine[i] = paid.Value;
            PaidFen += paid.Value;
            ListFen += lines[i].ListFen;
            Pieces += lines[i].Quantity;
        }
        untenderedFen = PaidFen - (tendered?.Sum() ?? 0);
        EarningFen = Math.Max(0, untenderedFen - receipt.VoucherFen);
    }

    public long[] PaidByLine { get; }
    public long ListFen { get; }
    public long PaidFen { get; }
    public long Pieces { get; }

    /// <summary>Paid with money: what counts as spend.</summary>
    public long EarningFen { get; }

    /// <summary>What counts for a rule: fen or pieces of the lines in its categories, without those that are excepted.</summary>
    public long Base(EarningBasis basis, string[] categories, string[] except)
    {
        if (categories.Length == 0 && except.Length == 0)
            return basis == EarningBasis.Amount ? EarningFen : Pieces;
        long paid = 0, pieces = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Counts(lines[i].Category, categories, except))
                continue;
            paid += PaidByLine[i] - (tendered?[i] ?? 0);
            pieces += lines[i].Quantity;
        }
        if (basis == EarningBasis.Quantity)
            return pieces;
        // Vouchers weigh on all lines alike.
        return untenderedFen == EarningFen ? paid : (long)((Int128)paid * EarningFen / untenderedFen);
    }

    private static bool Counts(string? category, string[] categories, string[] except) => category is null
        ? categories.Length == 0
        : (categories.Length == 0 || categories.AsSpan().Contains(category)) && !except.AsSpan().Contains(category);

    /// <summary>The list price of the lines that are still to be priced.</summary>
    public static long OpenFen(in Receipt receipt)
    {
        long open = 0;
        foreach (var line in receipt.Lines)
        {
            if (line.PaidFen is null)
                open += line.ListFen;
        }
        return open;
    }

    public static bool IsOpen(in Receipt receipt)
    {
        foreach (var line in receipt.Lines)
        {
            if (line.PaidFen is null)
                return true;
        }
        return false;
    }
}
