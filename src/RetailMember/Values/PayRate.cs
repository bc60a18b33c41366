using System.Globalization;

namespace RetailMember.Values;

/// <summary>
/// The share of the list price that is paid, above 0 and at most 1, exact to four decimal places: 0.9 is 9折.
/// </summary>
public readonly record struct PayRate
{
    private const int Scale = 10_000;

    private readonly int discountTenThousandths;

    private PayRate(int tenThousandths) => discountTenThousandths = Scale - tenThousandths;

    /// <summary>The whole price; also the default value.</summary>
    public static PayRate Full => default;

    /// <summary>The rate in ten-thousandths, 1 to 10,000.</summary>
    public int TenThousandths => Scale - discountTenThousandths;

    /// <summary>The rate as a number: 0.9 for 9折.</summary>
    public decimal Value => TenThousandths / (decimal)Scale;

    /// <summary>True when nothing is taken off.</summary>
    public bool IsFull => discountTenThousandths == 0;

    /// <summary>As <see cref="From"/>, but false for a number that is no pay rate.</summary>
    public static bool TryFrom(decimal value, out PayRate rate)
    {
        var valid = value is > 0 and <= 1 && value * Scale % 1 == 0;
        rate = valid ? new PayRate((int)(value * Scale)) : default;
        return valid;
    }

    /// <summary>A rate from a number above 0 and at most 1 with at most four decimal places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is no pay rate.</exception>
    public static PayRate From(decimal value) =>
        TryFrom(value, out var rate) ? rate : throw new ArgumentOutOfRangeException(nameof(value), value, null);

    /// <summary>
    /// Reads the notation of the trade, with or without the sign 折: below 10 in tenths (8.5折 = 0.85), from 10 on in
    /// hundredths (85折 = 0.85). False for anything else.
    /// </summary>
    public static bool TryParseFold(string? text, out PayRate rate)
    {
        rate = default;
        var digits = (text ?? "").Trim().TrimEnd('折').TrimEnd();
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            && n is > 0 and <= 100
            && TryFrom(n >= 10 ? n / 100 : n / 10, out rate);
    }

    /// <summary>
    /// Writes the rate as 折 in the brand's style. What the style cannot say unmistakably is written in the other one:
    /// the whole price is always 100折 and 5 % of it always 0.5折.
    /// </summary>
    public string ToFold(FoldStyle style = FoldStyle.Tenths)
    {
        var hundredths = IsFull || (style == FoldStyle.Hundredths && Value >= 0.1m);
        return (Value * (hundredths ? 100 : 10)).ToString("0.####", CultureInfo.InvariantCulture) + "折";
    }

    /// <summary>What is to be paid of a list price, both in fen; half a fen counts as one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public long Of(long listFen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(listFen);
        return checked((long)(((Int128)listFen * TenThousandths + Scale / 2) / Scale));
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>How a brand prints its discounts.</summary>
public enum FoldStyle
{
    /// <summary>9折, 8.5折.</summary>
    Tenths,

    /// <summary>90折, 85折.</summary>
    Hundredths,
}
