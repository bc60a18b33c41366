namespace RetailMember.Marketing.Gateways.Aliyun;

/// <summary>
/// Numbers as the provider writes them: eleven digits for mainland China, with or without a plus, 86, +86 or 0086 in front;
/// country code and number for all others.
/// </summary>
internal static class AliyunNumbers
{
    /// <summary>
    /// A number of North America is eleven digits that begin with 1, with a plus or without: the provider would send to whoever
    /// has these digits in China. Nothing is sent to one.
    /// </summary>
    public static bool AreAmbiguous(string mobile) => mobile.StartsWith("+1", StringComparison.Ordinal);

    /// <summary>A stored number as the provider writes it: a foreign one without its plus.</summary>
    public static string Of(string mobile) => mobile.TrimStart('+');

    /// <summary>
    /// The other way round: a Chinese one without its country code, which the provider may put before it. As nothing goes to
    /// North America, eleven digits that begin with 1 are Chinese.
    /// </summary>
    public static string Mobile(string number)
    {
        var digits = number.TrimStart('+', '0');
        var local = digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
        return local.Length == 11 && local[0] == '1' ? local : "+" + digits;
    }
}
