using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Rules;

/// <summary>The arithmetic of commission: rounded half up to the fen, once.</summary>
internal static class CommissionJudge
{
    private const int Whole = 1_000;

    /// <summary>What a sale earns, in fen, and by which rate: of which role, where it is not every role's.</summary>
    public static (long Fen, int PerMille, string? Role) Of(CommissionTerms terms, SaleJudged sale)
    {
        var rate = terms.Rates.FirstOrDefault(r => r.Fits(sale));
        var perMille = rate?.PerMille ?? terms.PerMille;
        var of = sale.PrincipalFen + (terms.Base == CommissionBase.CardValue ? sale.BonusFen : 0);
        return (Proportion.Of(of, perMille, Whole), perMille, rate?.Role);
    }

    /// <summary>
    /// What a refund takes back of a commission, in fen: of all refunds so far together its share of the principal, rounded
    /// once, so that a sale that is refunded wholly has earned exactly nothing.
    /// </summary>
    /// <param name="commissionFen">What the sale earned.</param>
    /// <param name="principalFen">What was paid for it.</param>
    /// <param name="beforeFen">Of the principal, what was refunded before.</param>
    /// <param name="nowFen">What is refunded now.</param>
    public static long TakenBack(long commissionFen, long principalFen, long beforeFen, long nowFen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(beforeFen);
        ArgumentOutOfRangeException.ThrowIfNegative(nowFen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nowFen, principalFen - beforeFen);
        return nowFen == 0
            ? 0
            : Proportion.Of(commissionFen, beforeFen + nowFen, principalFen)
                - Proportion.Of(commissionFen, beforeFen, principalFen);
    }
}
