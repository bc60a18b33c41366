using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RetailMember.Pages.Export;

/// <summary>The parts of a workbook (ECMA-376) in the order in which they can be written one after the other.</summary>
internal sealed class XlsxParts(Package package)
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly List<Uri> sheets = [];

    /// <summary>Where the next sheet is written; the one before must be closed.</summary>
    public Stream NextSheet()
    {
        var number = (sheets.Count + 1).ToString(CultureInfo.InvariantCulture);
        var part = Create($"/xl/worksheets/sheet{number}.xml", "worksheet+xml");
        sheets.Add(part.Uri);
        return part.GetStream();
    }

    /// <summary>Writes styles and workbook; after that nothing more.</summary>
    public void End()
    {
        var styles = Create("/xl/styles.xml", "styles+xml");
        Write(styles, XlsxStyles.All());
        var book = Create("/xl/workbook.xml", "sheet.main+xml");
        book.CreateRelationship(styles.Uri, TargetMode.Internal, Relations + "styles");
        Write(book, new Workbook(new Sheets(sheets.Select((sheet, i) => new Sheet
        {
            Name = (i + 1).ToString(CultureInfo.InvariantCulture),
            SheetId = (uint)i + 1,
            Id = book.CreateRelationship(sheet, TargetMode.Internal, Relations + "worksheet").Id,
        }))));
        package.CreateRelationship(book.Uri, TargetMode.Internal, Relations + "officeDocument");
    }

    private PackagePart Create(string path, string type) =>
        package.CreatePart(new Uri(path, UriKind.Relative), Types + type, CompressionOption.SuperFast);

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument(standalone: true);
        xml.WriteElement(root);
    }
}
