using System.IO.Compression;

namespace RetailMember.Pages.Export;

/// <summary>
/// XLSX written straight into the response. The Open XML SDK keeps a whole sheet in memory until it is closed; a sheet
/// of values is simple enough to write as it comes.
/// </summary>
internal sealed class XlsxFile(TimeZoneInfo zone) : IExportFormat
{
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IExportWriter> BeginAsync(Stream target, CancellationToken cancel)
    {
        var output = new DeferredWriteStream(target);
        var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        return new Writer(archive, output, zone);
    }

    private sealed class Writer(ZipArchive archive, DeferredWriteStream output, TimeZoneInfo zone) : IExportWriter
    {
        private IReadOnlyList<object?>? _titles;
        private XlsxSheet? _sheet;
        private int _sheets;

        public async ValueTask WriteAsync(IReadOnlyList<object?> cells)
        {
            if (_titles is null)
            {
                _titles = [.. cells];
                await NextSheetAsync();
                return;
            }
            if (_sheet!.IsFull) await NextSheetAsync();
            await _sheet!.WriteAsync(cells);
        }

        public async ValueTask DisposeAsync()
        {
            if (_sheet is not null) await _sheet.DisposeAsync();
            foreach (var (name, content) in XlsxParts.For(_sheets)) await WritePartAsync(name, content);
            await archive.DisposeAsync();
            await output.DrainAsync();
            await output.DisposeAsync();
        }

        /// <summary>Rows beyond what one sheet can hold go on to the next, under the same titles.</summary>
        private async Task NextSheetAsync()
        {
            if (_sheet is not null) await _sheet.DisposeAsync();
            var part = archive.CreateEntry(XlsxParts.SheetName(++_sheets), CompressionLevel.Fastest);
            _sheet = await XlsxSheet.BeginAsync(await part.OpenAsync(), zone);
            await _sheet.WriteAsync(_titles!, XlsxSheet.TitleStyle);
        }

        private async Task WritePartAsync(string name, string content)
        {
            await using var part = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
            await part.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content));
        }
    }
}
