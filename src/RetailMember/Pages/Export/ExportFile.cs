using Microsoft.AspNetCore.Http;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pages.Export;

/// <summary>Answers an export: rows are written as they come, however many there are.</summary>
/// <example>
/// <code>
/// pages.MapGet("/members/export.{format}", (PageCall page, string format) => ExportFile.Of(
///     format, "members", MemberColumns.In(page.Texts), page.TimeZone,
///     ExportFile.PageByPage(after => page.RunAsync(page.Query&lt;ListMembers.Input&gt;() with { After = after }))));
/// </code>
/// </example>
public static class ExportFile
{
    /// <param name="format"><c>csv</c> or <c>xlsx</c>; anything else is refused (<c>export.unknown-format</c>).</param>
    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="zone">In which times are written.</param>
    public static IResult Of<T>(
        string format, string name, IReadOnlyList<ExportColumn<T>> columns, TimeZoneInfo zone, IAsyncEnumerable<T> rows) =>
        format switch
        {
            "csv" => new ExportResult<T>(new CsvFile(zone), name + ".csv", columns, rows),
            "xlsx" => new ExportResult<T>(new XlsxFile(zone), name + ".xlsx", columns, rows),
            _ => throw new Refusal("export.unknown-format", RefusalKind.NotFound, ("format", format)),
        };

    /// <summary>All rows of a listing that is read by keyset.</summary>
    public static async IAsyncEnumerable<T> PageByPage<T>(Func<string?, Task<PageOf<T>>> read)
    {
        string? after = null;
        do
        {
            var page = await read(after);
            foreach (var row in page.Items) yield return row;
            after = page.Next;
        }
        while (after is not null);
    }
}
