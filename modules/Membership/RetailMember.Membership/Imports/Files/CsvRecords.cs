using CsvHelper;

namespace RetailMember.Membership.Imports.Files;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="IsBroken">A quote that is never closed, or a line without end: its cells cannot be trusted.</param>
internal sealed record CsvRecord(int Line, string[] Cells, bool IsBroken);

/// <summary>
/// The rows of a CSV file, RFC 4180, one after the other. A row whose quote is never closed costs that row alone: the
/// library would read on to the end of the file, so its rows are cut out here before they are handed to it.
/// </summary>
internal sealed class CsvRecords(TextReader file, char delimiter)
{
    private const int MostLines = 100;

    private readonly LineReader lines = new(file);
    private readonly Stack<Line> putBack = new();
    private readonly CsvReaderOptions options = new() { HasHeader = false, Separator = delimiter, BufferSize = 4096 };

    public IEnumerable<CsvRecord> Read()
    {
        while (TryNext(out var first))
        {
            if (string.IsNullOrWhiteSpace(first.Text)) continue;
            yield return RecordOf(first);
        }
    }

    private CsvRecord RecordOf(Line first)
    {
        if (first.IsCut) return new CsvRecord(first.No, [first.Text], IsBroken: true);
        if (!first.Text.Contains('"')) return new CsvRecord(first.No, first.Text.Split(delimiter), IsBroken: false);
        return Whole(first) is { } text
            ? new CsvRecord(first.No, Parse(text), IsBroken: false)
            : new CsvRecord(first.No, first.Text.Split(delimiter), IsBroken: true);
    }

    /// <summary>The row with the lines that its quotes hold together; null where they do not close as they should.</summary>
    private string? Whole(Line first)
    {
        var quotes = QuotesOf(first.Text, startsInQuotes: false);
        if (quotes == Quotes.Closed) return first.Text;
        List<Line> more = [];
        while (quotes == Quotes.Open && more.Count < MostLines && TryNext(out var line))
        {
            more.Add(line);
            if (line.IsCut) break;
            quotes = QuotesOf(line.Text, startsInQuotes: true);
            if (quotes == Quotes.Closed) return string.Join('\n', more.Select(l => l.Text).Prepend(first.Text));
        }

        for (var i = more.Count - 1; i >= 0; i--) putBack.Push(more[i]);
        return null;
    }

    /// <summary>
    /// A quote opens at the beginning of a cell, in the midst of one it is a character like any other; it closes only at
    /// the end of its cell, else it was another row's opening one.
    /// </summary>
    private Quotes QuotesOf(string text, bool startsInQuotes)
    {
        var inQuotes = startsInQuotes;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '"') continue;
            if (!inQuotes)
                inQuotes = i == 0 || text[i - 1] == delimiter;
            else if (i + 1 < text.Length && text[i + 1] == '"')
                i++;
            else if (i + 1 < text.Length && text[i + 1] != delimiter)
                return Quotes.Amiss;
            else
                inQuotes = false;
        }

        return inQuotes ? Quotes.Open : Quotes.Closed;
    }

    private string[] Parse(string text)
    {
        using var reader = CsvReader.FromText(text, options);
        return reader.Read() ? reader.Current.ToArray() : [];
    }

    private bool TryNext(out Line line)
    {
        if (putBack.TryPop(out line)) return true;
        var found = lines.TryRead(out var read);
        line = read.GetValueOrDefault();
        return found;
    }

    private enum Quotes
    {
        Closed,
        Open,
        Amiss,
    }
}
