using RetailMember.Values;

namespace RetailMember.StoredValue.Types.Rules;

/// <summary>What was paid for and what was given on top of it, in fen.</summary>
internal readonly record struct Pockets(long PrincipalFen, long BonusFen)
{
    public static readonly Pockets None;

    public long TotalFen => PrincipalFen + BonusFen;

    public static Pockets operator +(Pockets a, Pockets b) =>
        new(checked(a.PrincipalFen + b.PrincipalFen), checked(a.BonusFen + b.BonusFen));

    public static Pockets operator -(Pockets a, Pockets b) => a + -b;

    public static Pockets operator -(Pockets a) => new(-a.PrincipalFen, -a.BonusFen);

    /// <summary>
    /// How a spend divides what is here. Spending all that is here drains both pockets exactly, by whatever rule.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than is here.</exception>
    public Pockets Split(long fen, SpendRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fen, TotalFen);
        if (fen == 0) return None;
        var bonus = rule switch
        {
            SpendRule.PrincipalFirst => Math.Max(0, fen - PrincipalFen),
            SpendRule.BonusFirst => Math.Min(fen, BonusFen),
            _ => Proportion.Of(fen, BonusFen, TotalFen),
        };
        return new Pockets(fen - bonus, bonus);
    }

    /// <summary>
    /// How much of a spend that was divided like this goes back when so much of it does: of all refunds so far together,
    /// the principal is its share of their sum, rounded once, so that the last one restores exactly what was taken.
    /// </summary>
    /// <param name="backFen">What went back before.</param>
    /// <param name="fen">What goes back now; together with that at most what was spent.</param>
    public Pockets ShareOfRefund(long backFen, long fen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(backFen);
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fen, TotalFen - backFen);
        if (fen == 0) return None;
        var principal = Proportion.Of(backFen + fen, PrincipalFen, TotalFen) - Proportion.Of(backFen, PrincipalFen, TotalFen);
        return new Pockets(principal, fen - principal);
    }
}
