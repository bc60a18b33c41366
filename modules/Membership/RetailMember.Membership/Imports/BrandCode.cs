using System.Text;

namespace RetailMember.Membership.Imports;

/// <summary>Makes a brand's code, as addresses use it, of a name as people write it.</summary>
internal static class BrandCode
{
    private const int Longest = 32;

    /// <summary>Lower case letters, digits and hyphens, a letter first; empty where the name has none of them.</summary>
    public static string Of(string name)
    {
        var code = new StringBuilder();
        foreach (var sign in name.Trim().ToLowerInvariant())
        {
            if (char.IsAsciiLetter(sign) || (code.Length > 0 && char.IsAsciiDigit(sign))) code.Append(sign);
            else if (code.Length > 0 && code[^1] != '-') code.Append('-');
        }

        return code.ToString(0, Math.Min(code.Length, Longest)).TrimEnd('-');
    }
}
