using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using RetailMember.UseCases;

namespace RetailMember.Values;

/// <summary>
/// An amount of money in whole fen (1 yuan = 100 fen). Shown and accepted in yuan with at most two decimals;
/// more decimals, exponents beyond the range and anything that is no number are refused, never rounded.
/// </summary>
[JsonConverter(typeof(MoneyJson))]
public readonly record struct Money(long Fen) : IComparable<Money>, ISpanParsable<Money>
{
    /// <summary>The largest amount accepted from outside: 100 million yuan, far above any receipt of a shop.</summary>
    public const long LargestAcceptedFen = 10_000_000_000;

    public static Money Zero => default;

    /// <summary>The amount in yuan, exactly.</summary>
    public decimal Yuan => Fen / 100m;

    public static Money FromYuan(decimal yuan) =>
        TryFromYuan(yuan, out var money) ? money : throw new FormatException("Not an amount in yuan with two decimals.");

    /// <summary>False when the amount has more than two decimals or lies outside the accepted range.</summary>
    public static bool TryFromYuan(decimal yuan, out Money money)
    {
        money = default;
        if (yuan is > LargestAcceptedFen / 100 or < -LargestAcceptedFen / 100) return false;
        var fen = yuan * 100m;
        if (fen != decimal.Truncate(fen)) return false;
        money = new Money((long)fen);
        return true;
    }

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    public override string ToString() => Yuan.ToString("0.00", CultureInfo.InvariantCulture);

    public static Money Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var money) ? money : throw new FormatException("Not an amount in yuan.");

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result)
    {
        result = default;
        return decimal.TryParse(
            s, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan)
            && TryFromYuan(yuan, out result);
    }

    public static Money Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    public static bool TryParse(string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s.AsSpan(), provider, out result);
}

internal sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var yuan))
            throw new JsonException("An amount is a number in yuan with at most two decimals.");
        if (Money.TryFromYuan(yuan, out var money)) return money;
        throw new UnreadableJson(
            decimal.Round(yuan, 2, MidpointRounding.ToZero) == yuan ? "amount.too-large" : "amount.more-than-two-decimals");
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[32];
        value.Yuan.TryFormat(text, out var length, "0.00", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
