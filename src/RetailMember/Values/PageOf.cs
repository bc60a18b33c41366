using System.Buffers.Text;
using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Values;

/// <summary>One page of a listing that is read by keyset: it stays exact while rows are added.</summary>
/// <param name="Next">Opaque; given back as <c>after</c> it leads to the next page. Null on the last one.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Makes a page of rows that were asked for with one more than fit, to see whether there is a next.</summary>
    public static PageOf<T> Of<TRow, TCursor>(
        IReadOnlyList<TRow> rows, int size, Func<TRow, TCursor> cursor, Func<TRow, T> show) =>
        new([.. rows.Take(size).Select(show)], rows.Count > size ? Cursor.Write(cursor(rows[size - 1])) : null);
}

/// <summary>The place after which a page begins, as opaque text.</summary>
public static class Cursor
{
    public const int DefaultSize = 50;

    public const int LargestSize = 200;

    public static string Write<T>(T place) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(place, Json.Options));

    /// <summary>Null for the first page; refuses what is no cursor of this listing.</summary>
    public static T? Read<T>(string? after)
        where T : class
    {
        if (after is null) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(after), Json.Options);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            throw Refusal.Invalid("after", "field.malformed");
        }
    }
}
