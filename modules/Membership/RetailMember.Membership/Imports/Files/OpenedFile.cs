using System.Text;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Files;

/// <summary>A CSV file opened at its headings: how it is written, and the rows below them.</summary>
internal sealed class OpenedFile : IDisposable
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private readonly StreamReader reader;
    private readonly IEnumerator<CsvRecord> records;

    private OpenedFile(Stream file)
    {
        Encoding = FileEncoding.Detect(file);
        Delimiter = DelimiterOf(file, Encoding);
        reader = Reader(file, Encoding);
        records = new CsvRecords(reader, Delimiter).Read().GetEnumerator();
    }

    public Encoding Encoding { get; }

    public char Delimiter { get; }

    public string[] Headings { get; private set; } = [];

    /// <summary>Refuses what is no text (<c>import.not-text</c>) or has no row (<c>import.empty</c>).</summary>
    public static OpenedFile Open(Stream file)
    {
        var opened = new OpenedFile(file);
        if (opened.ReadHeadings()) return opened;
        opened.Dispose();
        throw new Refusal("import.empty", RefusalKind.Invalid);
    }

    /// <summary>The rows below the headings, once.</summary>
    public IEnumerable<CsvRecord> Rows()
    {
        while (records.MoveNext()) yield return records.Current;
    }

    public void Dispose()
    {
        records.Dispose();
        reader.Dispose();
    }

    private bool ReadHeadings()
    {
        var found = records.MoveNext();
        if (found && records.Current.Cells is [var first, ..] && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            found = records.MoveNext();
        if (found) Headings = [.. records.Current.Cells.Select(c => c.Trim().Trim('\uFEFF'))];
        return found;
    }

    /// <summary>The character that divides the headings most often.</summary>
    private static char DelimiterOf(Stream file, Encoding encoding)
    {
        using var start = Reader(file, encoding);
        var lines = new LineReader(start);
        while (lines.TryRead(out var line))
        {
            var text = line.Value.Text.Trim().Trim('\uFEFF');
            if (text.Length == 0) continue;
            if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length == 5) return text[4];
            return Delimiters.MaxBy(d => text.Count(c => c == d));
        }

        return ',';
    }

    private static StreamReader Reader(Stream file, Encoding encoding)
    {
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }
}
