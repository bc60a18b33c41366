using System.Text;
using System.Text.Json;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Files;

/// <summary>How a file is written and what its columns mean.</summary>
/// <param name="Encoding">The name of its encoding.</param>
/// <param name="Headings">Its own headings, as they stand in the file.</param>
/// <param name="Places">By column of the import: which of the file's columns holds it, from 0.</param>
internal sealed record FileLayout(
    string Encoding, char Delimiter, IReadOnlyList<string> Headings, IReadOnlyDictionary<string, int> Places)
{
    /// <summary>Headings of the file that the import does not look at.</summary>
    public IEnumerable<string> Ignored => Headings.Where((_, i) => !Places.Values.Contains(i));

    public bool Has(string column) => Places.ContainsKey(column);

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static FileLayout FromJson(string json) => JsonSerializer.Deserialize<FileLayout>(json, Json.Options)!;

    /// <summary>
    /// Finds each column of the kind among the headings: by the given mapping, by its name, or by its text in any language.
    /// </summary>
    /// <param name="map">By heading of the file: the column that it means; empty where nobody is to look at it.</param>
    /// <exception cref="Refusal">
    /// <c>import.columns-missing</c>, <c>import.heading-not-found</c>, <c>import.column-unknown</c>,
    /// <c>import.column-twice</c>.
    /// </exception>
    public static FileLayout Of(
        ImportKind kind, Encoding encoding, char delimiter, string[] headings, IReadOnlyDictionary<string, string> map,
        TextCatalogue texts)
    {
        var columns = ImportColumn.Of(kind);
        var meanings = Usual(columns, texts);
        foreach (var (left, right) in map)
        {
            if (right.Length == 0)
            {
                meanings.Remove(Plain(left));
                continue;
            }

            // Either way round: 'heading=column' and 'column=heading' cannot be mistaken for each other.
            var turned = columns.Any(c => c.Name == left) && columns.All(c => c.Name != right);
            Map(turned ? right : left, turned ? left : right, headings, columns, meanings);
        }

        var places = PlacesOf(headings, meanings);
        string[] missing = [.. columns.Where(c => c.Required && !places.ContainsKey(c.Name)).Select(c => c.Name)];
        return missing.Length == 0
            ? new FileLayout(encoding.WebName, delimiter, headings, places)
            : throw new Refusal("import.columns-missing", RefusalKind.Invalid, ("columns", string.Join(", ", missing)));
    }

    /// <summary>The column that each heading would be taken for; null where for none.</summary>
    public static IReadOnlyList<string?> Guess(ImportKind kind, IReadOnlyList<string> headings, TextCatalogue texts)
    {
        var meanings = Usual(ImportColumn.Of(kind), texts);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. headings.Select(h => meanings.TryGetValue(Plain(h), out var column) && taken.Add(column) ? column : null)];
    }

    private static Dictionary<string, string> Usual(IReadOnlyList<ImportColumn> columns, TextCatalogue texts)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            meanings.TryAdd(Plain(column.Name), column.Name);
            foreach (var language in TextCatalogue.Languages)
                if (texts.In(language).TryGetValue(column.TextKey, out var text)) meanings.TryAdd(Plain(text), column.Name);
        }

        return meanings;
    }

    /// <summary>A column that is mapped is no longer looked for under its usual headings.</summary>
    private static void Map(
        string heading, string column, string[] headings, IReadOnlyList<ImportColumn> columns,
        Dictionary<string, string> meanings)
    {
        if (!headings.Any(h => Plain(h) == Plain(heading)))
            throw new Refusal("import.heading-not-found", RefusalKind.Invalid, ("heading", heading));
        if (columns.All(c => c.Name != column))
            throw new Refusal(
                "import.column-unknown", RefusalKind.Invalid,
                ("column", column), ("columns", string.Join(", ", columns.Select(c => c.Name))));
        foreach (var usual in meanings.Where(m => m.Value == column).Select(m => m.Key).ToList()) meanings.Remove(usual);
        meanings[Plain(heading)] = column;
    }

    private static Dictionary<string, int> PlacesOf(string[] headings, Dictionary<string, string> meanings)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Length; i++)
            if (meanings.TryGetValue(Plain(headings[i]), out var column) && !places.TryAdd(column, i))
                throw new Refusal("import.column-twice", RefusalKind.Invalid, ("column", column));
        return places;
    }

    /// <summary>Letter case, blanks and hyphens make no other heading.</summary>
    private static string Plain(string heading) =>
        heading.Trim().Trim('\uFEFF').ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
