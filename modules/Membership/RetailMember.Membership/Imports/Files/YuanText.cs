using RetailMember.Values;

namespace RetailMember.Membership.Imports.Files;

/// <summary>An amount as a file writes it. Whatever could be read in two ways is refused, never repaired.</summary>
internal static class YuanText
{
    private const int MostDecimals = 2;

    /// <summary>The code of what is wrong with it; null where it is an amount.</summary>
    public static string? Read(string text, out Money amount)
    {
        amount = Money.Zero;
        if (text[0] == '-') return "amount.negative";
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? "" : text[(point + 1)..];
        if (whole.Length == 0 || (point >= 0 && decimals.Length == 0) || !AreDigits(whole) || !AreDigits(decimals))
            return "import.amount-malformed";
        if (decimals.Length > MostDecimals) return "import.amount-too-precise";
        return Money.TryParse(text, null, out amount) ? null : "amount.too-large";
    }

    private static bool AreDigits(string text) => text.All(char.IsAsciiDigit);
}
