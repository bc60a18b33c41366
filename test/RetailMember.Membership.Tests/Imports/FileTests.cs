using System.Text;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tests.Imports;

[Trait("Req", "CORE-50")]
public sealed class FileTests
{
    private const string Heads = "receipt_no,occurred_at,store_code,member_no,amount";

    private static readonly TextCatalogue Texts = new([typeof(MembershipModule).Assembly]);
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

    [Fact]
    public void Quotes_delimiters_and_line_breaks_within_cells_are_kept() =>
        Rows("a,\"b, \"\"c\"\"\nd\",e\r\n1,2,3\r4,5,6").ShouldBe([["a", "b, \"c\"\nd", "e"], ["1", "2", "3"], ["4", "5", "6"]]);

    [Fact]
    public void Empty_lines_are_left_out_and_rows_know_their_line() =>
        Records("a,b\n\n  \n1,2\n\"x\ny\",3\n4,5\n").Select(r => r.Line).ShouldBe([1, 4, 5, 7]);

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_row_alone()
    {
        var records = Records("a,b\n1,\"open\n2,ok\n3,\"also, ok\"\n");

        records.Select(r => r.IsBroken).ShouldBe([false, true, false, false]);
        records[3].Cells.ShouldBe(["3", "also, ok"]);
    }

    [Fact]
    public void A_quote_in_the_midst_of_a_cell_is_a_character() =>
        Rows("a,5\" pipe\nb,c").ShouldBe([["a", "5\" pipe"], ["b", "c"]]);

    [Fact]
    public void A_line_without_end_is_cut_and_refused()
    {
        var records = Records("a,b\n" + new string('x', 300_000) + "\nc,d\n");

        records.Select(r => r.IsBroken).ShouldBe([false, true, false]);
        records[1].Cells[0].Length.ShouldBe(LineReader.Longest);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_delimiter_is_the_one_that_divides_the_headings(char delimiter)
    {
        using var file = Open(Utf8($"{Heads}\nR1,2026-01-01,s1,m1,1.00\n".Replace(',', delimiter)));

        file.Layout.Delimiter.ShouldBe(delimiter);
        file.Rows().Single().Cells.Length.ShouldBe(5);
    }

    [Fact]
    public void A_part_of_a_file_is_cut_behind_its_last_whole_line_in_every_encoding()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Gbk, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] whole = [.. encoding.Preamble, .. encoding.GetBytes("会员号,姓名\n1,\u0A0A甲\n2,乙")];
            using var head = FileHead.WholeLines(whole[..^1]);
            using var file = OpenedFile.Open(head);
            (file.Headings, file.Rows().Count()).ShouldSatisfyAllConditions(
                r => r.Headings.ShouldBe(["会员号", "姓名"]), r => r.Item2.ShouldBe(1));
        }
    }

    [Fact]
    public void A_heading_that_is_not_to_be_looked_at_frees_its_column_for_another()
    {
        FileLayout.Guess(ImportKind.Purchases, ["amount", "实付金额", "other"], Texts).ShouldBe(["amount", null, null]);

        var map = new Dictionary<string, string> { ["amount"] = "", ["实付金额"] = "amount" };
        using var content = new MemoryStream(Utf8(Heads + ",实付金额\n"));
        using var file = ImportFile.Open(content, ImportKind.Purchases, map, Texts);

        file.Layout.Places["amount"].ShouldBe(5);
        file.Layout.Ignored.ShouldBe(["amount"]);
    }

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "UTF-8", Utf8("金额"), "utf-8" },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Utf8("金额")], "utf-8" },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("金额")], "utf-16" },
        { "UTF-16, big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("金额")], "utf-16BE" },
        { "GBK", Gbk.GetBytes("金额"), "gb18030" },
        { "ASCII", Utf8("amount"), "utf-8" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void The_encoding_is_found_out_of_the_bytes(string name, byte[] bytes, string encoding)
    {
        name.ShouldNotBeEmpty();
        FileEncoding.Detect(new MemoryStream(bytes)).WebName.ShouldBe(encoding, StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 })]
    [InlineData(new byte[] { 0x41, 0xFF, 0xFF, 0x0A })]
    public void What_is_no_text_is_refused(byte[] bytes) =>
        Should.Throw<Refusal>(() => FileEncoding.Detect(new MemoryStream(bytes))).Code.ShouldBe("import.not-text");

    [Fact]
    public void Headings_are_known_in_both_languages_and_in_any_case()
    {
        using var file = Open(Gbk.GetBytes("小票号,消费时间,Store-Code, MEMBER_NO ,实付金额\nR1,2026-01-01,s1,m1,1.00\n"));

        file.Layout.Places.Count.ShouldBe(5);
        file.Layout.Ignored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Order", "receipt_no")]
    [InlineData("receipt_no", "Order")]
    public void A_heading_is_mapped_either_way_round(string left, string right)
    {
        using var file = Open(
            Utf8("Order,receipt_no,occurred_at,store_code,member_no,amount\nx,y,2026-01-01,s1,m1,1.00\n"),
            new() { [left] = right });

        file.Layout.Places["receipt_no"].ShouldBe(0);
        file.Layout.Ignored.ShouldBe(["receipt_no"]);
    }

    [Theory]
    [InlineData("receipt_no,amount\n", null, null, "import.columns-missing")]
    [InlineData(Heads + ",Amount\n", null, null, "import.column-twice")]
    [InlineData(Heads + "\n", "total", "amount", "import.heading-not-found")]
    [InlineData(Heads + ",total\n", "total", "sum", "import.column-unknown")]
    [InlineData(" \n\n", null, null, "import.empty")]
    public void A_file_that_lacks_what_it_needs_is_refused(string text, string? heading, string? column, string code)
    {
        var map = heading is null ? new Dictionary<string, string>() : new() { [heading] = column! };

        Should.Throw<Refusal>(() => Open(Utf8(text), map)).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2014-01-03", "2014-01-02T16:00:00")]
    [InlineData("2014/1/3", "2014-01-02T16:00:00")]
    [InlineData("2014-01-03 08:30", "2014-01-03T00:30:00")]
    [InlineData("2014/1/3 8:30:15", "2014-01-03T00:30:15")]
    [InlineData("2014-01-03T08:30:15.25", "2014-01-03T00:30:15.25")]
    [InlineData("2014-01-03T08:30:15Z", "2014-01-03T08:30:15")]
    [InlineData("2014-01-03T08:30:15+02:00", "2014-01-03T06:30:15")]
    public void A_time_without_offset_is_the_brands_wall_clock(string text, string utc)
    {
        TimeText.TryReadInstant(text, Shop.Shop.Pharmacy, out var instant).ShouldBeTrue();
        instant.ShouldBe(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
        instant.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("03/01/2014")]
    [InlineData("14-01-03")]
    [InlineData("2014-02-30")]
    [InlineData("2014-13-01")]
    [InlineData("20140103")]
    [InlineData("2014-01-03 25:00")]
    [InlineData("2014-01-03 08:30 pm")]
    [InlineData("2014-01-03T08:30+99:00")]
    [InlineData("0001-01-01T00:00+14:00")]
    [InlineData("yesterday")]
    public void What_can_be_read_in_two_ways_is_no_date(string text) =>
        TimeText.TryReadInstant(text, Shop.Shop.Pharmacy, out _).ShouldBeFalse();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("16.45", 1645)]
    [InlineData("16.4", 1640)]
    [InlineData("007.00", 700)]
    [InlineData("100000000", 10_000_000_000)]
    public void An_amount_is_yuan_with_at_most_two_decimals(string text, long fen)
    {
        YuanText.Read(text, out var amount).ShouldBeNull();
        amount.Fen.ShouldBe(fen);
    }

    [Theory]
    [InlineData("-1.00", "amount.negative")]
    [InlineData("1.234", "import.amount-too-precise")]
    [InlineData("1,234.00", "import.amount-malformed")]
    [InlineData("1e3", "import.amount-malformed")]
    [InlineData("¥5", "import.amount-malformed")]
    [InlineData("+5", "import.amount-malformed")]
    [InlineData("5.", "import.amount-malformed")]
    [InlineData(".5", "import.amount-malformed")]
    [InlineData("五", "import.amount-malformed")]
    [InlineData("100000000.01", "amount.too-large")]
    [InlineData("99999999999999999999999999999999999", "amount.too-large")]
    public void Every_other_amount_is_refused_by_name(string text, string code) =>
        YuanText.Read(text, out _).ShouldBe(code);

    private static ImportFile Open(byte[] bytes, Dictionary<string, string>? map = null) =>
        ImportFile.Open(new MemoryStream(bytes), ImportKind.Purchases, map ?? [], Texts);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static List<CsvRecord> Records(string text) => [.. new CsvRecords(new StringReader(text), ',').Read()];

    private static List<string[]> Rows(string text) => [.. Records(text).Select(r => r.Cells)];
}
