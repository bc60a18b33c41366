namespace RetailMember.Values;

/// <summary>A part of an amount, rounded once.</summary>
public static class Proportion
{
    /// <summary>
    /// <paramref name="amount"/> × <paramref name="part"/> ÷ <paramref name="whole"/>, half away from zero: what is taken
    /// back is rounded as what was given.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The whole is not above zero.</exception>
    public static long Of(long amount, long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        var product = (Int128)amount * part;
        var rounded = (2 * Int128.Abs(product) + whole) / (2 * (Int128)whole);
        return checked((long)(product < 0 ? -rounded : rounded));
    }
}
