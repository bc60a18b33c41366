using System.Text.RegularExpressions;

namespace RetailMember.Marketing.Templates;

/// <summary>Fills words in, and counts them as providers bill them.</summary>
internal static partial class TemplateText
{
    private const int OnePart = 70;
    private const int EachOfMany = 67;

    /// <summary>The two brackets around a signature.</summary>
    private const int Brackets = 2;

    /// <summary>The variables that words name, each once.</summary>
    public static IReadOnlyList<string> VariablesOf(string body) =>
        [.. Variable().Matches(body).Select(m => m.Groups["name"].Value).Distinct()];

    /// <summary>Whether every variable that words begin has a name that can be filled in.</summary>
    public static bool IsWellFormed(string body) => !Variable().Replace(body, " ").Contains("${", StringComparison.Ordinal);

    /// <summary>The words with their values; a variable without one stays as it is.</summary>
    public static string Fill(string body, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(body, m => values.GetValueOrDefault(m.Groups["name"].Value, m.Value));

    /// <summary>
    /// How many short messages a text is, its signature in brackets included: up to 70 characters are one, longer ones go in
    /// parts of 67.
    /// </summary>
    public static int PartsOf(string signature, string text)
    {
        var length = signature.Length + Brackets + text.Length;
        return length <= OnePart ? 1 : (length + EachOfMany - 1) / EachOfMany;
    }

    [GeneratedRegex(
        @"\$\{(?<name>[A-Za-z][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
