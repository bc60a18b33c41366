using RetailMember.Texts;

namespace RetailMember.Membership.Imports.Files;

/// <summary>A CSV file whose columns are known: its layout, and its rows one after the other.</summary>
internal sealed class ImportFile(OpenedFile file, FileLayout layout) : IDisposable
{
    public FileLayout Layout { get; } = layout;

    /// <summary>Refuses what <see cref="OpenedFile.Open"/> refuses, and a file that lacks a column: <see cref="FileLayout.Of"/>.</summary>
    public static ImportFile Open(
        Stream content, ImportKind kind, IReadOnlyDictionary<string, string> map, TextCatalogue texts)
    {
        var file = OpenedFile.Open(content);
        try
        {
            return new ImportFile(file, FileLayout.Of(kind, file.Encoding, file.Delimiter, file.Headings, map, texts));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The rows below the headings, once.</summary>
    public IEnumerable<CsvRecord> Rows() => file.Rows();

    public void Dispose() => file.Dispose();
}
