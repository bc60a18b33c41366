using System.Globalization;
using System.Text;
using System.Xml;
using RetailMember.Values;

namespace RetailMember.Pages.Export;

/// <summary>One sheet, written row by row. Text is written as text, never as a formula.</summary>
internal sealed class XlsxSheet : IAsyncDisposable
{
    public const int TitleStyle = 1;

    private const int MoneyStyle = 2;
    private const int DateStyle = 3;
    private const int TimeStyle = 4;

    /// <summary>The most rows that a sheet may have.</summary>
    private const int LargestRow = 1_048_576;

    private readonly StreamWriter _text;
    private readonly TimeZoneInfo _zone;
    private readonly StringBuilder _row = new();
    private int _written;

    private XlsxSheet(Stream part, TimeZoneInfo zone)
    {
        _text = new StreamWriter(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024);
        _zone = zone;
    }

    public bool IsFull => _written >= LargestRow;

    public static async Task<XlsxSheet> BeginAsync(Stream part, TimeZoneInfo zone)
    {
        var sheet = new XlsxSheet(part, zone);
        await sheet._text.WriteAsync(XlsxParts.SheetStart);
        return sheet;
    }

    public async Task WriteAsync(IReadOnlyList<object?> cells, int style = 0)
    {
        _row.Clear().Append("<row>");
        foreach (var cell in cells) Append(cell, style);
        _row.Append("</row>");
        _written++;
        foreach (var chunk in _row.GetChunks()) await _text.WriteAsync(chunk);
    }

    public async ValueTask DisposeAsync()
    {
        await _text.WriteAsync(XlsxParts.SheetEnd);
        await _text.DisposeAsync();
    }

    private void Append(object? cell, int style)
    {
        switch (cell)
        {
            case null: _row.Append("<c/>"); break;
            case string text: Text(text, style); break;
            case Money money: Value(money.Yuan.ToString(CultureInfo.InvariantCulture), MoneyStyle); break;
            case DateOnly date: Day(date.ToDateTime(TimeOnly.MinValue), DateStyle, date); break;
            case DateTime utc: Day(SpreadsheetText.Local(utc, _zone), TimeStyle, utc); break;
            case bool yes: _row.Append("<c t=\"b\"><v>").Append(yes ? 1 : 0).Append("</v></c>"); break;
            case int or long or short or byte or decimal:
                Value(((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture), style);
                break;
            default: Text(cell.ToString() ?? "", style); break;
        }
    }

    private void Value(string number, int style) =>
        _row.Append("<c s=\"").Append(style).Append("\"><v>").Append(number).Append("</v></c>");

    /// <summary>A spreadsheet counts days from 1900 and gets 1900 itself wrong: what lies before March 1900 stays text.</summary>
    private void Day(DateTime local, int style, IFormattable original)
    {
        if (local < new DateTime(1900, 3, 1)) Text(original.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 0);
        else
        {
            var days = (decimal)(local - new DateTime(1899, 12, 30)).Ticks / TimeSpan.TicksPerDay;
            Value(days.ToString("0.##########", CultureInfo.InvariantCulture), style);
        }
    }

    private void Text(string text, int style)
    {
        _row.Append("<c t=\"inlineStr\" s=\"").Append(style).Append("\"><is><t xml:space=\"preserve\">");
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(letter, text[i + 1])) _row.Append(letter).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(letter)) Escaped(letter);
        }
        _row.Append("</t></is></c>");
    }

    private void Escaped(char letter) => _ = letter switch
    {
        '<' => _row.Append("&lt;"),
        '>' => _row.Append("&gt;"),
        '&' => _row.Append("&amp;"),
        _ => _row.Append(letter),
    };
}
