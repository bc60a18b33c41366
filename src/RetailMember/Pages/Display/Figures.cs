using System.Globalization;
using RetailMember.Values;

namespace RetailMember.Pages.Display;

/// <summary>Numbers and days as pages write them: grouped by thousands, minus as a real minus sign.</summary>
public static class Figures
{
    public const string Dash = "–";

    private const char Minus = '−';

    /// <summary><c>¥1,234.50</c>; a loss is <c>−¥1,234.50</c>.</summary>
    public static string Yuan(Money money, bool withSign = false) =>
        SignOf(money.Fen, withSign) + "¥" + Math.Abs(money.Yuan).ToString("N2", CultureInfo.InvariantCulture);

    public static string Whole(long number, bool withSign = false) =>
        SignOf(number, withSign) + Math.Abs((decimal)number).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share of one as per cent with one decimal: 0.125 is <c>12.5%</c>.</summary>
    public static string Percent(decimal share, bool withSign = false) =>
        SignOf(share, withSign) + Math.Abs(share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary><c>2026-03-02</c>, in every language.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string SignClass(long number) => number switch
    {
        > 0 => "text-success",
        < 0 => "text-danger",
        _ => "",
    };

    private static string SignOf(decimal number, bool withSign) => number switch
    {
        < 0 => Minus.ToString(),
        > 0 when withSign => "+",
        _ => "",
    };
}
