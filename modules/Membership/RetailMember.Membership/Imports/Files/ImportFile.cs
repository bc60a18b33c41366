using System.Text;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Files;

/// <summary>A CSV file that has shown how it is written: its layout, and its rows one after the other.</summary>
internal sealed class ImportFile(FileLayout layout, CsvRecords records, IEnumerator<CsvRecord> below, StreamReader reader)
    : IDisposable
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public FileLayout Layout { get; } = layout;

    /// <summary>
    /// Reads the headings. Refuses a file that is no text (<c>import.not-text</c>), has no row
    /// (<c>import.empty</c>), or lacks a column, see <see cref="FileLayout.Of"/>.
    /// </summary>
    public static ImportFile Open(
        Stream file, ImportKind kind, IReadOnlyDictionary<string, string> map, TextCatalogue texts)
    {
        var encoding = FileEncoding.Detect(file);
        var delimiter = DelimiterOf(file, encoding);
        var reader = Reader(file, encoding);
        var records = new CsvRecords(reader, delimiter);
        var rows = records.Read().GetEnumerator();
        var found = rows.MoveNext();
        if (found && rows.Current.Cells is [var first, ..] && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            found = rows.MoveNext();
        if (!found) throw new Refusal("import.empty", RefusalKind.Invalid);
        string[] headings = [.. rows.Current.Cells.Select(c => c.Trim().Trim('\uFEFF'))];
        return new ImportFile(FileLayout.Of(kind, encoding, delimiter, headings, map, texts), records, rows, reader);
    }

    /// <summary>The rows below the headings, once.</summary>
    public IEnumerable<CsvRecord> Rows()
    {
        _ = records;
        while (below.MoveNext()) yield return below.Current;
    }

    public void Dispose()
    {
        below.Dispose();
        reader.Dispose();
    }

    /// <summary>The character that divides the headings most often.</summary>
    private static char DelimiterOf(Stream file, Encoding encoding)
    {
        using var reader = Reader(file, encoding);
        var lines = new LineReader(reader);
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
