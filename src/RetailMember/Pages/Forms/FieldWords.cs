using System.Globalization;
using RetailMember.Texts;

namespace RetailMember.Pages.Forms;

/// <summary>What fields are called that no part of a form shows.</summary>
internal static class FieldWords
{
    /// <summary>
    /// The words of a path such as <c>terms.prices[0].points</c>, rows counted from 1: of each name the text
    /// <c>field.</c> followed by it, where there is one. Null where no name of it has a text.
    /// </summary>
    public static string? OfField(this ITexts texts, string path)
    {
        var words = path.Split('.').Select(step => step.Split('[', ']'))
            .Where(step => texts.Has("field." + step[0]))
            .Select(step => texts["field." + step[0]] + (step is [_, var row, ..] ? RowOf(row) : ""));
        return string.Join(" · ", words) is { Length: > 0 } said ? said : null;
    }

    private static string RowOf(string index) =>
        int.TryParse(index, CultureInfo.InvariantCulture, out var row) ? string.Create(CultureInfo.InvariantCulture, $" {row + 1}") : "";
}
