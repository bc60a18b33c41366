using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RetailMember.Pages.Export;

/// <summary>
/// The parts of a workbook (ECMA-376) in the order in which they can be written one after the other. The same rows make the
/// same bytes, whenever they are written: nothing in the archive tells of a clock or is drawn.
/// </summary>
internal sealed class XlsxParts(ZipArchive archive)
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PackageTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string RelationsType = "application/vnd.openxmlformats-package.relationships+xml";

    /// <summary>Of every part: no time that a ZIP can tell is earlier.</summary>
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Path, string Type)> parts = [];
    private readonly List<string> sheets = [];

    /// <summary>Where the next sheet is written; the one before must be closed.</summary>
    public Stream NextSheet()
    {
        var number = (sheets.Count + 1).ToString(CultureInfo.InvariantCulture);
        sheets.Add($"worksheets/sheet{number}.xml");
        return Create($"xl/{sheets[^1]}", "worksheet+xml");
    }

    /// <summary>Writes styles and workbook; after that nothing more.</summary>
    public void End()
    {
        Write("xl/styles.xml", "styles+xml", XlsxStyles.All());
        Write("xl/workbook.xml", "sheet.main+xml", new Workbook(new Sheets(sheets.Select((_, i) => new Sheet
        {
            Name = (i + 1).ToString(CultureInfo.InvariantCulture), SheetId = (uint)i + 1, Id = IdOf(i),
        }))));
        Relate("xl/_rels/workbook.xml.rels", [.. sheets.Select(s => (s, "worksheet")), ("styles.xml", "styles")]);
        Relate("_rels/.rels", ("xl/workbook.xml", "officeDocument"));
        TellTypes();
    }

    private static string IdOf(int relation) => string.Create(CultureInfo.InvariantCulture, $"r{relation + 1}");

    private Stream Create(string path, string type)
    {
        parts.Add(("/" + path, Types + type));
        return Open(path);
    }

    private Stream Open(string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Written;
        return entry.Open();
    }

    private void Write(string path, string type, OpenXmlElement root)
    {
        using var stream = Create(path, type);
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument(standalone: true);
        xml.WriteElement(root);
    }

    private void Relate(string path, params IReadOnlyList<(string Target, string Type)> relations) => WriteXml(path, xml =>
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        foreach (var (i, (target, type)) in relations.Index())
        {
            xml.WriteStartElement("Relationship", PackageRelations);
            xml.WriteAttributeString("Id", IdOf(i));
            xml.WriteAttributeString("Type", Relations + type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
    });

    private void TellTypes() => WriteXml("[Content_Types].xml", xml =>
    {
        xml.WriteStartElement("Types", PackageTypes);
        xml.WriteStartElement("Default", PackageTypes);
        xml.WriteAttributeString("Extension", "rels");
        xml.WriteAttributeString("ContentType", RelationsType);
        xml.WriteEndElement();
        foreach (var (path, type) in parts)
        {
            xml.WriteStartElement("Override", PackageTypes);
            xml.WriteAttributeString("PartName", path);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    });

    private void WriteXml(string path, Action<XmlWriter> write)
    {
        using var stream = Open(path);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(xml);
    }
}
