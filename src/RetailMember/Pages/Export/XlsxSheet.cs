using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using RetailMember.Values;

namespace RetailMember.Pages.Export;

/// <summary>One sheet, written row by row. Text is written as text, never as a formula.</summary>
internal sealed class XlsxSheet : IDisposable
{
    /// <summary>The most rows that a sheet may have.</summary>
    private const int LargestRow = 1_048_576;

    /// <summary>A spreadsheet counts days from 1900 and gets 1900 itself wrong.</summary>
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    private readonly Stream part;
    private readonly OpenXmlWriter xml;
    private readonly TimeZoneInfo zone;
    private int written;

    public XlsxSheet(Stream part, TimeZoneInfo zone)
    {
        (this.part, this.zone) = (part, zone);
        xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(TitlesInSight()) { WorkbookViewId = 0 }));
        xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15, BaseColumnWidth = 16 });
        xml.WriteStartElement(new SheetData());
    }

    public bool IsFull => written >= LargestRow;

    public void Write(IReadOnlyList<object?> cells, uint style = XlsxStyles.Plain)
    {
        xml.WriteStartElement(new Row());
        foreach (var cell in cells) xml.WriteElement(CellOf(cell, style));
        xml.WriteEndElement();
        written++;
    }

    public void Dispose()
    {
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Dispose();
        part.Dispose();
    }

    private static Pane TitlesInSight() => new()
    {
        VerticalSplit = 1,
        TopLeftCell = "A2",
        ActivePane = PaneValues.BottomLeft,
        State = PaneStateValues.Frozen,
    };

    private Cell CellOf(object? cell, uint style) => cell switch
    {
        null => new Cell(),
        string text => TextCell(text, style),
        Money money => NumberCell(money.Yuan, XlsxStyles.Amount),
        DateOnly date => TimeCell(date.ToDateTime(TimeOnly.MinValue), XlsxStyles.Day),
        DateTime utc => TimeCell(LocalTime.Of(utc, zone), XlsxStyles.Time),
        bool yes => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(yes ? "1" : "0") },
        int or long or short or byte or decimal => NumberCell(Convert.ToDecimal(cell, CultureInfo.InvariantCulture), style),
        _ => TextCell(cell.ToString() ?? "", style),
    };

    private static Cell NumberCell(decimal number, uint style) => new()
    {
        CellValue = new CellValue(number.ToString("0.##########", CultureInfo.InvariantCulture)),
        StyleIndex = style,
    };

    /// <summary>What lies before <see cref="FirstDay"/> stays text.</summary>
    private static Cell TimeCell(DateTime local, uint style) => local < FirstDay
        ? TextCell(local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), XlsxStyles.Plain)
        : NumberCell((decimal)(local - new DateTime(1899, 12, 30)).Ticks / TimeSpan.TicksPerDay, style);

    private static Cell TextCell(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <summary>Without the characters that XML cannot hold.</summary>
    private static string Writable(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
