namespace RetailMember.Membership;

/// <summary>How an amount is spread over parts.</summary>
public static class TenderShares
{
    /// <summary>
    /// Spreads an amount over parts in proportion to what each holds. No fen is lost to rounding, no part gets more than it
    /// holds, and the amount of all parts together is given out exactly.
    /// </summary>
    /// <param name="fen">In fen; from 0 to the sum of the parts.</param>
    /// <param name="partsFen">What each part holds, in fen; none negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or more than all parts hold.</exception>
    public static long[] Spread(long fen, IReadOnlyList<long> partsFen)
    {
        var total = partsFen.Sum();
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fen, total);
        var shares = new long[partsFen.Count];
        if (fen == 0) return shares;
        var (seen, given) = (0L, 0L);
        for (var i = 0; i < shares.Length; i++)
        {
            // Rounding the running sum, not the share: what one part loses the next one gets.
            seen += partsFen[i];
            var upToHere = (long)((Int128)fen * seen / total);
            shares[i] = upToHere - given;
            given = upToHere;
        }

        return shares;
    }
}
