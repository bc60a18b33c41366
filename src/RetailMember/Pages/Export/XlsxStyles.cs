using DocumentFormat.OpenXml.Spreadsheet;

namespace RetailMember.Pages.Export;

/// <summary>The few looks of exported cells.</summary>
internal static class XlsxStyles
{
    public const uint Plain = 0;
    public const uint Title = 1;
    public const uint Amount = 2;
    public const uint Day = 3;
    public const uint Time = 4;

    // Built in: thousands and two decimals. Numbers from 164 on are a workbook's own.
    private const uint TwoDecimals = 4;
    private const uint DayFormat = 164;
    private const uint TimeFormat = 165;

    /// <summary>In the order of the numbers above. Excel wants two fills and one border, though none is used.</summary>
    public static Stylesheet All() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = @"yyyy\-mm\-dd" },
            new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = @"yyyy\-mm\-dd\ hh:mm:ss" }),
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Look(0), Look(0, font: 1), Look(TwoDecimals), Look(DayFormat), Look(TimeFormat)));

    private static CellFormat Look(uint format, uint font = 0) => new()
    {
        NumberFormatId = format,
        FontId = font,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = format > 0,
        ApplyFont = font > 0,
    };
}
