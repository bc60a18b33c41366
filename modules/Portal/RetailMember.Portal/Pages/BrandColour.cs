using System.Globalization;

namespace RetailMember.Portal.Pages;

/// <summary>The colour that a brand has chosen, as <c>#rrggbb</c>, and what can be read on it.</summary>
internal static class BrandColour
{
    public static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    /// <summary>Black or white, whichever has the greater contrast (WCAG's relative luminance).</summary>
    public static string On(string colour)
    {
        var luminance = (0.2126 * Linear(colour, 1)) + (0.7152 * Linear(colour, 3)) + (0.0722 * Linear(colour, 5));
        return luminance > 0.179 ? "#000" : "#fff";
    }

    private static double Linear(string colour, int at)
    {
        var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
