using System.Diagnostics.CodeAnalysis;

namespace RetailMember.Membership.Members;

/// <summary>
/// A mobile number in the one form in which it is stored and looked up: eleven digits for mainland China, otherwise
/// + and country code.
/// </summary>
internal readonly record struct Mobile
{
    private const int ChinaLength = 11;
    private const int LeastAbroad = 7;
    private const int MostAbroad = 15;

    private Mobile(string number) => Number = number;

    public string Number { get; }

    /// <summary>138****1234: what everyone sees who may not see it in full.</summary>
    public string Masked => Mask(Number);

    public static string Mask(string number) =>
        number.Length < LeastAbroad ? "****" : $"{number[..3]}****{number[^4..]}";

    /// <summary>Accepts what people type: blanks, hyphens, +86 or 0086 in front.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Mobile mobile)
    {
        mobile = default;
        if (text is null || text.Length > 32) return false;
        var compact = string.Concat(text.Where(sign => sign is not (' ' or '-')));
        if (compact.StartsWith("00", StringComparison.Ordinal)) compact = "+" + compact[2..];
        if (compact.StartsWith("+86", StringComparison.Ordinal)) compact = compact[3..];
        if (!IsChinese(compact) && !IsAbroad(compact)) return false;
        mobile = new Mobile(compact);
        return true;
    }

    private static bool IsChinese(string number) =>
        number.Length == ChinaLength && number[0] == '1' && number[1] >= '3' && number.All(char.IsAsciiDigit);

    private static bool IsAbroad(string number) =>
        number.Length is > LeastAbroad and <= MostAbroad + 1 && number[0] == '+' && number[1] != '0'
        && number.Skip(1).All(char.IsAsciiDigit);
}
