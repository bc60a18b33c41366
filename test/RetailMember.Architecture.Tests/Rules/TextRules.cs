using System.Text.Json;
using System.Text.RegularExpressions;
using RetailMember.Architecture.Tests.Repository;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>What the text files of all modules and the code that uses them owe each other.</summary>
public static partial class TextRules
{
    private const string RefusalFamily = "refusal.";
    private const int Patience = 2000;

    /// <summary>The texts of one language, from every <c>Texts/LANGUAGE.json</c> of the tree.</summary>
    public static Dictionary<string, string> Read(IEnumerable<SourceFile> files, string language)
    {
        var all = new Dictionary<string, string>();
        foreach (var file in files.Where(f => f.Path.EndsWith($"Texts/{language}.json", StringComparison.Ordinal)))
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!)
                all.Add(key, text);
        return all;
    }

    public static IReadOnlyList<string> Untranslated(
        IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
    [
        .. one.Keys.Except(other.Keys).Concat(other.Keys.Except(one.Keys)).Select(k => $"{k} stands in one language only"),
    ];

    public static IReadOnlyList<string> UnlikePlaceholders(
        IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
    [
        .. from text in one
           where other.ContainsKey(text.Key) && !PlaceholdersOf(text.Value).SetEquals(PlaceholdersOf(other[text.Key]))
           select $"{text.Key} has other placeholders in the other language",
    ];

    public static IReadOnlyList<string> Empty(IReadOnlyDictionary<string, string> texts) =>
        [.. texts.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => $"{t.Key} is empty")];

    /// <summary>Keys that the code asks for and no file has.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<SourceFile> code, IReadOnlyDictionary<string, string> texts) =>
    [
        .. from file in code
           from Match use in Lookup().Matches(file.Text)
           let key = use.Groups["key"].Value
           where key.Contains('.', StringComparison.Ordinal) && !key.EndsWith('.') && !texts.ContainsKey(key)
           select $"{file.Path} asks for {key}",
    ];

    /// <summary>
    /// Keys that nothing asks for: neither written out in the code nor <paramref name="named"/> by what modules describe,
    /// nor of a family (<c>explanation.</c> + rule) whose prefix stands in the code. Of refusals the code must be written.
    /// </summary>
    public static IReadOnlyList<string> Orphans(
        IEnumerable<SourceFile> code, IReadOnlyDictionary<string, string> texts, HashSet<string> named)
    {
        var literals = new HashSet<string>();
        var families = new HashSet<string>();
        foreach (var file in code)
        {
            foreach (Match literal in Literal().Matches(file.Text)) literals.Add(literal.Groups["text"].Value);
            foreach (Match family in Family().Matches(file.Text)) families.Add(family.Groups["prefix"].Value);
        }

        return [.. texts.Keys.Where(k => !literals.Contains(k) && !named.Contains(k) && !IsMade(k)).Select(k => $"nobody uses {k}")];

        // The validators' own codes (refusal.field.…) are complete, whether a rule is used today or not.
        bool IsMade(string key) => key.StartsWith(RefusalFamily, StringComparison.Ordinal)
            ? key.StartsWith(RefusalFamily + "field.", StringComparison.Ordinal) || literals.Contains(key[RefusalFamily.Length..])
            : families.Any(f => key.StartsWith(f, StringComparison.Ordinal) && key.Length > f.Length);
    }

    private static HashSet<string> PlaceholdersOf(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Value)];


    [GeneratedRegex(@"\{[A-Za-z0-9]+", RegexOptions.None, Patience)]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?<![\\w.])(texts|Texts|T)(\\[|\\.Format\\()\"(?<key>[a-zA-Z0-9.-]+)\"", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Lookup();

    [GeneratedRegex("\"(?<text>[a-zA-Z][a-zA-Z0-9.-]*)\"", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Literal();

    // "permission." + name, or $"tier.{code}"
    [GeneratedRegex("\"(?<prefix>[a-z][a-z0-9.-]*\\.)[\"{]", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Family();
}
