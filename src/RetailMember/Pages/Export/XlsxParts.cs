using System.Globalization;

namespace RetailMember.Pages.Export;

/// <summary>The parts of a workbook beside its rows (ECMA-376, SpreadsheetML).</summary>
internal static class XlsxParts
{
    /// <summary>The first row, the titles, stays in sight.</summary>
    public const string SheetStart =
        $"""
        {Declaration}<worksheet xmlns="{Main}">
        <sheetViews><sheetView workbookViewId="0">
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>
        </sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" baseColWidth="16"/><sheetData>
        """;

    public const string SheetEnd = "</sheetData></worksheet>";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>In the order of the styles that <see cref="XlsxSheet"/> names.</summary>
    private const string Styles =
        $"""
        {Declaration}<styleSheet xmlns="{Main}">
        <numFmts count="2">
        <numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="5">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        </cellXfs>
        </styleSheet>
        """;

    public static string SheetName(int number) => Invariant($"xl/worksheets/sheet{number}.xml");

    public static IEnumerable<(string Name, string Content)> For(int sheets)
    {
        var numbers = Enumerable.Range(1, sheets).ToList();
        yield return ("xl/styles.xml", Styles);
        yield return ("xl/workbook.xml",
            $"""
            {Declaration}<workbook xmlns="{Main}" xmlns:r="{Office}">
            <sheets>{Each(numbers, n => $"""<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", Relationships(
            Each(numbers, n => Relationship($"rId{n}", "worksheet", $"worksheets/sheet{n}.xml"))
            + Relationship("styles", "styles", "styles.xml")));
        yield return ("_rels/.rels", Relationships(Relationship("workbook", "officeDocument", "xl/workbook.xml")));
        yield return ("[Content_Types].xml",
            $"""
            {Declaration}<Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>
            {Each(numbers, n => $"""<Override PartName="/{SheetName(n)}" ContentType="{Type}.worksheet+xml"/>""")}</Types>
            """);
    }

    private static string Each(IEnumerable<int> numbers, Func<int, string> write) => string.Concat(numbers.Select(write));

    private static string Relationships(string content) =>
        $"""{Declaration}<Relationships xmlns="{Package}/relationships">{content}</Relationships>""";

    private static string Relationship(string id, string kind, string target) =>
        $"""<Relationship Id="{id}" Type="{Office}/{kind}" Target="{target}"/>""";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
