using System.Buffers;
using System.Globalization;
using System.Text;
using RetailMember.Values;

namespace RetailMember.Pages.Export;

/// <summary>CSV (RFC 4180) as Excel reads it: UTF-8 with its mark, so that Chinese is read as Chinese.</summary>
internal sealed class CsvFile(TimeZoneInfo zone) : IExportFormat
{
    public string ContentType => "text/csv; charset=utf-8";

    public Task<IExportWriter> BeginAsync(Stream target, CancellationToken cancel) =>
        Task.FromResult<IExportWriter>(new Writer(target, zone));

    private sealed class Writer(Stream target, TimeZoneInfo zone) : IExportWriter
    {
        private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

        private readonly StreamWriter _text =
            new(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true);

        private readonly StringBuilder _row = new();

        public async ValueTask WriteAsync(IReadOnlyList<object?> cells)
        {
            _row.Clear();
            for (var i = 0; i < cells.Count; i++)
            {
                if (i > 0) _row.Append(',');
                Append(Written(cells[i]));
            }
            _row.Append("\r\n");
            foreach (var chunk in _row.GetChunks()) await _text.WriteAsync(chunk);
        }

        public ValueTask DisposeAsync() => _text.DisposeAsync();

        private void Append(string field)
        {
            if (field.AsSpan().ContainsAny(Special))
                _row.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else _row.Append(field);
        }

        private string Written(object? cell) => cell switch
        {
            null => "",
            string text => SpreadsheetText.Defused(text),
            Money money => money.ToString(),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime utc => SpreadsheetText.Local(utc, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "TRUE" : "FALSE",
            int or long or short or byte or decimal => ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture),
            _ => SpreadsheetText.Defused(cell.ToString() ?? ""),
        };
    }
}
