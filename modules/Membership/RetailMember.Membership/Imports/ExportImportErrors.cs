using System.Globalization;
using System.Text.Json.Serialization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Imports.Work;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Writes the error file: number and fault of every refused row in front of the row itself, so that it can be put right
/// and imported as it is. Cells that a spreadsheet would take for a formula get an apostrophe.
/// </summary>
[Needs(MembershipPermissions.Import)]
internal sealed class ExportImportErrors(MembershipDb db, PersonalData personal, TextCatalogue texts)
    : Query<ExportImportErrors.Input, ExportImportErrors.Result>
{
    private const int RowsAtOnce = 200;

    private static readonly string[] OwnHeadings = ["error_row", "error_column", "error_code", "error_zh", "error_en"];

    // A byte order mark, by which spreadsheets know UTF-8; rows that were cut off are shorter than the headings.
    private static readonly CsvWriterOptions Form =
        new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape, ValidateFieldCount = false };

    private readonly ITexts chinese = texts.For("zh-Hans");
    private readonly ITexts english = texts.For("en");

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == input.Import, cancel)
            ?? throw new Refusal("import.not-found", RefusalKind.NotFound, ("import", input.Import));
        using var block = new MemoryStream();
        await using var csv = CsvWriter.Create(block, Form, leaveOpen: true);
        csv.WriteRecord([.. OwnHeadings, .. FileLayout.FromJson(import.Layout).Headings]);
        var count = 0;
        var rows = db.ImportRows.AsNoTracking()
            .Where(r => r.ImportId == import.Id && r.State != ImportRowState.Waiting).OrderBy(r => r.RowNo);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            csv.WriteRecord(Record(row));
            if (++count % RowsAtOnce == 0) await PassOnAsync(csv, block, input.Output!, cancel);
        }

        await PassOnAsync(csv, block, input.Output!, cancel);
        return new Result(count);
    }

    /// <summary>The writer writes at once, a response only bit by bit.</summary>
    private static async Task PassOnAsync(CsvWriter csv, MemoryStream block, Stream output, CancellationToken cancel)
    {
        csv.Flush();
        await output.WriteAsync(block.GetBuffer().AsMemory(0, (int)block.Length), cancel);
        block.SetLength(0);
    }

    private string[] Record(ImportRow row)
    {
        var facts = RowFault.ReadFacts(row.Facts);
        var key = "refusal." + row.Code;
        return
        [
            row.RowNo.ToString(CultureInfo.InvariantCulture), row.Column ?? "", row.Code!,
            chinese.Format(key, facts), english.Format(key, facts), .. ImportRun.CellsOf(row.Cells, personal),
        ];
    }

    internal sealed record Input(long Import) : IInput<Result>
    {
        /// <summary>Where the file goes.</summary>
        [JsonIgnore]
        public Stream? Output { get; init; }
    }

    /// <param name="Rows">Rows in the file, headings not counted.</param>
    internal sealed record Result(int Rows);
}
