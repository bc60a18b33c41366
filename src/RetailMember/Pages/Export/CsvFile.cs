using System.Globalization;
using CsvHelper;
using RetailMember.Values;

namespace RetailMember.Pages.Export;

/// <summary>CSV (RFC 4180) as Excel reads it: UTF-8 with its mark, so that Chinese is read as Chinese.</summary>
internal sealed class CsvFile(TimeZoneInfo zone) : IExportFormat
{
    /// <summary>
    /// A spreadsheet runs a field that begins like a formula: a member called <c>=HYPERLINK(…)</c> would act on the
    /// machine of whoever opens the export. An apostrophe makes it text; numbers stay numbers.
    /// </summary>
    private static readonly CsvWriterOptions Form = new()
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        TrueValue = "TRUE",
        FalseValue = "FALSE",
        FormatProvider = CultureInfo.InvariantCulture,
    };

    public string ContentType => "text/csv; charset=utf-8";

    public Task<IExportWriter> BeginAsync(Stream target, CancellationToken cancel) =>
        Task.FromResult<IExportWriter>(new Writer(new DeferredWriteStream(target), zone));

    private sealed class Writer(DeferredWriteStream output, TimeZoneInfo zone) : IExportWriter
    {
        private readonly CsvWriter csv = CsvWriter.Create(output, Form, leaveOpen: true);

        public async ValueTask WriteAsync(IReadOnlyList<object?> cells)
        {
            foreach (var cell in cells) Write(cell);
            await csv.EndRecordAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await csv.DisposeAsync();
            await output.DrainAsync();
            await output.DisposeAsync();
        }

        private void Write(object? cell)
        {
            switch (cell)
            {
                case null: csv.WriteField(""); break;
                case string text: csv.WriteField(Defused(text)); break;
                case Money money: csv.WriteField(money.Yuan, "0.00"); break;
                case DateOnly date: csv.WriteField(date, "yyyy-MM-dd"); break;
                case DateTime utc: csv.WriteField(LocalTime.Of(utc, zone), "yyyy-MM-dd HH:mm:ss"); break;
                case bool yes: csv.WriteField(yes); break;
                case decimal number: csv.WriteField(number, ""); break;
                case int or long or short or byte: csv.WriteField(Convert.ToInt64(cell, CultureInfo.InvariantCulture), ""); break;
                default: csv.WriteField(Defused(cell.ToString() ?? "")); break;
            }
        }

        /// <summary>Signs that some spreadsheets take for a formula's and the library does not know: wide ones, a line feed.</summary>
        private static string Defused(string text) => text is ['＝' or '＋' or '－' or '＠' or '\n', ..] ? "'" + text : text;
    }
}
