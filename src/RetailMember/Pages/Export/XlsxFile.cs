using System.IO.Compression;

namespace RetailMember.Pages.Export;

/// <summary>
/// XLSX, sent as it is written. The Open XML SDK's document keeps a whole sheet in memory until it is closed; its writer,
/// asked directly, does not.
/// </summary>
internal sealed class XlsxFile(TimeZoneInfo zone) : IExportFormat
{
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task<IExportWriter> BeginAsync(Stream target, CancellationToken cancel)
    {
        var output = new DeferredWriteStream(target);
        return Task.FromResult<IExportWriter>(
            new Writer(new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true), output, zone));
    }

    private sealed class Writer(ZipArchive archive, DeferredWriteStream output, TimeZoneInfo zone) : IExportWriter
    {
        private const int SentAtOnce = 64 * 1024;

        private readonly XlsxParts parts = new(archive);
        private IReadOnlyList<object?>? titles;
        private XlsxSheet? sheet;

        public async ValueTask WriteAsync(IReadOnlyList<object?> cells)
        {
            if (titles is null)
            {
                titles = [.. cells];
                BeginSheet();
                return;
            }

            if (sheet!.IsFull) BeginSheet();
            sheet.Write(cells);
            if (output.Waiting >= SentAtOnce) await output.DrainAsync();
        }

        public async ValueTask DisposeAsync()
        {
            sheet?.Dispose();
            parts.End();
            await archive.DisposeAsync();
            await output.DrainAsync();
            await output.DisposeAsync();
        }

        /// <summary>Rows beyond what one sheet can hold go on to the next, under the same titles.</summary>
        private void BeginSheet()
        {
            sheet?.Dispose();
            sheet = new XlsxSheet(parts.NextSheet(), zone);
            sheet.Write(titles!, XlsxStyles.Title);
        }
    }
}
