using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Pages.Export;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Tests.Pages;

public sealed class ExportTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public async Task Csv_opens_in_Excel_with_its_Chinese_and_without_running_formulas()
    {
        var bytes = await WriteAsync("csv", ["王小明", "=1+1", "-5", "＝1", "a,\"b\"", null]);

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe(
            "姓名,积分,金额,日期,时间\r\n"
            + "王小明,-3,12.30,2025-03-15,2026-01-01 09:02:03\r\n"
            + "\"'=1+1\",-3,12.30,2025-03-15,2026-01-01 09:02:03\r\n"
            + "\"'-5\",-3,12.30,2025-03-15,2026-01-01 09:02:03\r\n"
            + "'＝1,-3,12.30,2025-03-15,2026-01-01 09:02:03\r\n"
            + "\"a,\"\"b\"\"\",-3,12.30,2025-03-15,2026-01-01 09:02:03\r\n"
            + ",-3,12.30,2025-03-15,2026-01-01 09:02:03\r\n");
    }

    [Fact]
    public async Task Xlsx_is_valid_and_holds_numbers_as_numbers_and_text_as_text()
    {
        using var file = new MemoryStream(await WriteAsync("xlsx", ["=1+1", "<&>\u0001😀", null]));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);

        new OpenXmlValidator().Validate(document).Select(e => e.Description).ShouldBeEmpty();
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ToList();
        rows.Select(r => r.Elements<Cell>().First().InnerText).ShouldBe(["姓名", "=1+1", "<&>😀", ""]);
        rows[1].Elements<Cell>().Skip(1).Select(c => c.InnerText).ShouldBe(["-3", "12.3", "45731", "46023.3764236111"]);
        rows[1].Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-08")]
    public async Task The_same_rows_make_the_same_bytes_whenever_they_are_written()
    {
        var first = await WriteAsync("xlsx", ["王小明"]);

        (await WriteAsync("xlsx", ["王小明"])).ShouldBe(first);
        using var archive = new ZipArchive(new MemoryStream(first));
        archive.Entries.Select(e => e.LastWriteTime.DateTime).Distinct().ShouldBe([new DateTime(1980, 1, 1)]);
    }

    [Fact]
    public async Task Rows_beyond_one_sheet_go_on_to_the_next()
    {
        using var file = new MemoryStream(await WriteAsync(
            "xlsx", new ExportColumn<int>[] { new("n", n => n) }, AsyncEnumerable.Range(1, 1_048_576)));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);

        document.WorkbookPart!.Workbook.Descendants<Sheet>().Count().ShouldBe(2);
        document.WorkbookPart.WorksheetParts.Select(CountRows).Order().ShouldBe([2, 1_048_576]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_long_export_is_sent_while_it_is_written_and_as_a_server_wants_it(string format)
    {
        using var body = new ResponseStream();
        var http = Http();
        http.Response.Body = body;
        var sentBeforeTheEnd = 0L;

        await ExportFile.Of<int>(format, "n", [new("n", n => $"{n * 7919}")], Shanghai, Rows()).ExecuteAsync(http);

        sentBeforeTheEnd.ShouldBeGreaterThan(body.Sent / 2);

        async IAsyncEnumerable<int> Rows()
        {
            foreach (var n in Enumerable.Range(1, 100_000)) yield return n;
            await Task.Yield();
            sentBeforeTheEnd = body.Sent;
        }
    }

    [Fact]
    public async Task A_refusal_by_the_first_page_comes_before_the_first_byte()
    {
        var http = Http();
        var rows = ExportFile.PageByPage<int>(_ => throw new Refusal("x", RefusalKind.Forbidden));

        await Should.ThrowAsync<Refusal>(() =>
            ExportFile.Of<int>("csv", "n", [new("n", n => n)], Shanghai, rows).ExecuteAsync(http));

        http.Response.Headers.ContentDisposition.Count.ShouldBe(0);
    }

    [Fact]
    public async Task All_pages_of_a_listing_are_written()
    {
        var rows = ExportFile.PageByPage(after => Task.FromResult(
            after is null ? new PageOf<int>([1, 2], "2") : new PageOf<int>([3], null)));

        (await rows.ToListAsync()).ShouldBe([1, 2, 3]);
    }

    private static Task<byte[]> WriteAsync(string format, string?[] names) => WriteAsync(
        format,
        [
            new ExportColumn<string?>("姓名", n => n),
            new("积分", _ => -3L),
            new("金额", _ => new Money(1230)),
            new("日期", _ => new DateOnly(2025, 3, 15)),
            new("时间", _ => new DateTime(2026, 1, 1, 1, 2, 3, DateTimeKind.Utc)),
        ],
        names.ToAsyncEnumerable());

    private static async Task<byte[]> WriteAsync<T>(string format, ExportColumn<T>[] columns, IAsyncEnumerable<T> rows)
    {
        var http = Http();
        using var body = new MemoryStream();
        http.Response.Body = body;
        await ExportFile.Of(format, "文件", columns, Shanghai, rows).ExecuteAsync(http);
        return body.ToArray();
    }

    private static DefaultHttpContext Http() =>
        new() { RequestServices = new ServiceCollection().BuildServiceProvider() };

    private static int CountRows(WorksheetPart part)
    {
        using var reader = DocumentFormat.OpenXml.OpenXmlReader.Create(part);
        var rows = 0;
        while (reader.Read())
            if (reader.ElementType == typeof(Row) && reader.IsStartElement) rows++;
        return rows;
    }

    /// <summary>Refuses synchronous writes, as the server's response does.</summary>
    private sealed class ResponseStream : MemoryStream
    {
        public long Sent { get; private set; }

        public override bool CanSeek => false;

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous.");

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Sent += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
