using System.Globalization;

namespace RetailMember.Membership.Programmes;

/// <summary>A rate as a whole number of ten-thousandths, so that points are worked out exactly.</summary>
internal readonly record struct Factor(long TenThousandths)
{
    public const int Scale = 10_000;

    public static Factor One { get; } = new(Scale);

    public decimal Value => TenThousandths / (decimal)Scale;

    public static bool IsExact(decimal value) => value * Scale % 1 == 0;

    public static Factor From(decimal value) =>
        IsExact(value)
            ? new(checked((long)(value * Scale)))
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At most four decimal places.");

    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture);
}
