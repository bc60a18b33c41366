using System.Globalization;
using Microsoft.AspNetCore.Http;
using RetailMember.Values;

namespace RetailMember.Pages.Tables;

/// <summary>
/// What a table's address asks for; bound by minimal APIs as a parameter. Filters are query parameters of their own.
/// </summary>
/// <param name="Sort">Name of a column, with a minus before it for descending; null for the table's own order.</param>
/// <param name="After">Keyset cursor of the row before the first one wanted.</param>
/// <param name="Page">From 1; for tables that count their rows.</param>
/// <param name="Size">Rows on a page.</param>
public sealed record TableQuery(string? Sort, string? After, int Page, int Size)
{
    public const int DefaultSize = 20;

    public string? SortColumn => Sort?.TrimStart('-');

    public bool Descending => Sort?.StartsWith('-') ?? false;

    public int Skip => (Page - 1) * Size;

    public static ValueTask<TableQuery> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http.Request.Query));

    /// <summary>Values outside the range are brought into it: an address typed by hand is no reason to refuse.</summary>
    public static TableQuery Of(IQueryCollection query) => new(
        Text(query, "sort"),
        Text(query, "after"),
        Math.Clamp(Whole(query, "page", 1), 1, 1_000_000),
        Math.Clamp(Whole(query, "size", DefaultSize), 1, Cursor.LargestSize));

    private static string? Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;

    private static int Whole(IQueryCollection query, string name, int otherwise) =>
        int.TryParse(Text(query, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
