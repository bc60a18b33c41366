using System.Text.RegularExpressions;
using RetailMember.Architecture.Tests.Repository;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>The house numbers, and words that have no place in finished code.</summary>
public static partial class Tidiness
{
    public const int LongestFile = 300;
    public const int LongestFileWithReason = 500;
    public const int LongestLine = 140;

    // Markup carries the theme's class names; breaking a tag at 120 reads worse than a longer line.
    public const int LongestMarkupLine = 200;

    public static IReadOnlyList<string> LongFiles(IEnumerable<SourceFile> files, IReadOnlyDictionary<string, string> reasons) =>
    [
        .. from file in files
           let lines = file.Lines.Length
           where lines > LongestFileWithReason || (lines > LongestFile && !reasons.ContainsKey(file.Path))
           select $"{file.Path} has {lines} lines",
    ];

    public static IReadOnlyList<string> LongLines(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           let longest = file.Path.EndsWith(".razor", StringComparison.Ordinal) ? LongestMarkupLine : LongestLine
           from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
           where line.Text.Length > longest && !IsOneLiteral(line.Text)
           select $"{file.Path}:{line.Number} is {line.Text.Length} wide",
    ];

    public static IReadOnlyList<string> Leftovers(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
           where Leftover().IsMatch(line.Text)
           select $"{file.Path}:{line.Number}: {line.Text.Trim()}",
    ];

    // A document in a string cannot be broken without changing it.
    private static bool IsOneLiteral(string line) => line.TrimStart().TrimStart('$', '+', ' ').StartsWith('"');

    // Written so that this file does not break its own rule.
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|X[X]X)\b|^\s*#\s*region|NotImplemented[E]xception", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leftover();
}
