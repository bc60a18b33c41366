using System.Globalization;
using System.Text.Json;
using RetailMember.Brands;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Imports.Files;

/// <summary>
/// The cells of one row, read by column and strictly. The first cell at fault is remembered in <see cref="Fault"/>;
/// what is read after it no longer counts, so a reader asks once at the end.
/// </summary>
internal sealed class Cells(FileLayout layout, string[] cells)
{
    public const int LongestCode = 64;

    public RowFault? Fault { get; private set; }

    public static string Write(string[] cells) => JsonSerializer.Serialize(cells, Json.Options);

    public static string[] Read(string json) => JsonSerializer.Deserialize<string[]>(json, Json.Options)!;

    /// <summary>A row with fewer cells than the file has headings was cut off; further cells must be empty.</summary>
    public static RowFault? ShapeFault(FileLayout layout, CsvRecord record)
    {
        if (record.IsBroken) return new RowFault("import.row-broken");
        var headings = layout.Headings.Count;
        (string, object?)[] facts = [("cells", record.Cells.Length), ("headings", headings)];
        if (record.Cells.Length < headings) return new RowFault("import.row-incomplete", null, facts);
        return record.Cells.Skip(headings).All(string.IsNullOrWhiteSpace)
            ? null
            : new RowFault("import.row-too-long", null, facts);
    }

    /// <summary>Null where the cell is empty or the file does not have the column.</summary>
    public string? Text(string column, int longest = LongestCode)
    {
        if (Cell(column) is not { } text) return null;
        if (text.Length > longest) Fail("field.maximum-length", column, ("maxLength", longest));
        else if (text.Any(char.IsControl)) Fail("field.malformed", column);
        return text;
    }

    /// <summary>A text that people wrote for people: line breaks in it become blanks.</summary>
    public string? Words(string column, int longest = LongestCode)
    {
        if (Cell(column) is not { } text) return null;
        if (text.Length > longest) Fail("field.maximum-length", column, ("maxLength", longest));
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
    }

    public string RequiredText(string column, int longest = LongestCode) => Text(column, longest) ?? Missing(column, "");

    public Money RequiredAmount(string column) => Amount(column) ?? Missing(column, Money.Zero);

    /// <summary>Yuan with at most two decimals and nothing but digits and one point; not negative.</summary>
    public Money? Amount(string column)
    {
        if (Text(column) is not { } text) return null;
        var code = YuanText.Read(text, out var amount);
        if (code is not null) Fail(code, column);
        return amount;
    }

    public long RequiredWhole(string column, long least, long most) => Whole(column, least, most) ?? Missing(column, least);

    public long? Whole(string column, long least, long most)
    {
        if (Text(column) is not { } text) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            Fail("field.malformed", column);
        else if (number < least || number > most)
            Fail("field.inclusive-between", column, ("from", least), ("to", most));
        return number;
    }

    public DateOnly RequiredDate(string column) => Date(column) ?? Missing(column, DateOnly.MinValue);

    public DateOnly? Date(string column)
    {
        if (Text(column) is not { } text) return null;
        if (!TimeText.TryReadDate(text, out var date)) Fail("import.date-malformed", column);
        return date;
    }

    /// <summary>UTC; without an offset the wall clock of the brand's time zone is meant.</summary>
    public DateTime RequiredInstant(string column, Brand brand)
    {
        if (Text(column) is not { } text) return Missing(column, DateTime.UnixEpoch);
        if (!TimeText.TryReadInstant(text, brand, out var utc)) Fail("import.date-malformed", column);
        return utc;
    }

    public void Fail(string code, string? column, params (string Name, object? Value)[] facts) =>
        Fault ??= new RowFault(code, column, facts);

    private string? Cell(string column) =>
        layout.Places.TryGetValue(column, out var place) && place < cells.Length && cells[place].Trim() is { Length: > 0 } text
            ? text
            : null;

    private T Missing<T>(string column, T instead)
    {
        Fail("field.not-empty", column);
        return instead;
    }
}
