using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RetailMember.Pages.Export;

/// <summary>Sends the file. The first row is read before the first byte is sent, so that a refusal is still an answer.</summary>
internal sealed class ExportResult<T>(
    IExportFormat format, string fileName, IReadOnlyList<ExportColumn<T>> columns, IAsyncEnumerable<T> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancel = httpContext.RequestAborted;
        await using var reader = rows.GetAsyncEnumerator(cancel);
        var more = await reader.MoveNextAsync();

        var response = httpContext.Response;
        response.ContentType = format.ContentType;
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();

        await using var writer = await format.BeginAsync(response.Body, cancel);
        await writer.WriteAsync([.. columns.Select(c => c.Title)]);
        var cells = new object?[columns.Count];
        while (more)
        {
            for (var i = 0; i < cells.Length; i++) cells[i] = columns[i].Value(reader.Current);
            await writer.WriteAsync(cells);
            more = await reader.MoveNextAsync();
        }
    }
}
