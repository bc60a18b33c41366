using RetailMember.Membership.Imports;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

public sealed class PurchaseImportTestsOnSqlite(SqliteHost fixture) : PurchaseImportTests(fixture), IClassFixture<SqliteHost>;

public sealed class PurchaseImportTestsOnPostgres(PostgresHost fixture)
    : PurchaseImportTests(fixture), IClassFixture<PostgresHost>;

[Trait("Req", "CORE-50")]
public abstract class PurchaseImportTests(HostFixture fixture)
{
    private static readonly DateOnly EndOf2017 = new(2017, 12, 31);

    public static TheoryData<string> WaysOfWriting =>
    [
        nameof(Superstore.AsItIs), nameof(Superstore.Shuffled), nameof(Superstore.InLines),
        nameof(Superstore.InGbkWithChineseHeadings),
    ];

    [Theory, MemberData(nameof(WaysOfWriting))]
    public async Task The_sample_comes_out_as_an_independent_count_has_it(string way)
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var file = (byte[])typeof(Superstore).GetMethod(way)!.Invoke(null, null)!;

        var import = await trial.RunAsync(await trial.StageAsync(ImportKind.Purchases, file, enrols: true));

        import.Refused.ShouldBe(0);
        (import.Receipts, import.Imported, import.Members).ShouldBe((5009, 5009, 793));
        (import.Amount.Yuan, import.Points).ShouldBe((2_297_201.13m, 2_294_455));
        var points = await trial.PointsAsync(EndOf2017);
        (points.Issued, points.Outstanding).ShouldBe((2_294_455, 732_282));
        (await trial.BooksAsync(EndOf2017)).Tiers.OrderBy(t => t.Key).Select(t => $"{t.Key} {t.Value}")
            .ShouldBe(["diamond 20", "gold 97", "ordinary 167", "silver 509"]);
    }

    [Fact]
    public async Task The_same_file_again_finds_everything_there()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        const string rows = "R1,2024-03-01,s1,m1,100.00\nR2,2024-03-02 10:00,s1,m2,50.50\n";
        await trial.PurchasesAsync(rows);
        var before = await trial.PointsAsync();

        var again = await trial.PurchasesAsync(rows);

        (again.Imported, again.AlreadyThere, again.Refused, again.Points).ShouldBe((0, 2, 0, 0));
        (await trial.PointsAsync()).ShouldBeEquivalentTo(before);
    }

    [Fact]
    public async Task A_receipt_that_is_recorded_with_another_amount_is_refused_and_with_its_lines_turned_round_is_not()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await trial.PurchasesAsync("R1,2024-03-01,s1,m1,100.00\nR2,2024-03-01,s1,m1,10.00\nR2,2024-03-01,s1,m1,20.00\n");

        var again = await trial.PurchasesAsync(
            "R1,2024-03-01,s1,m1,100.01\nR2,2024-03-01,s1,m1,20.00\nR2,2024-03-01,s1,m1,10.00\n");

        (again.Imported, again.AlreadyThere).ShouldBe((0, 1));
        (await trial.FaultsAsync(again)).ShouldBe(["2 import.recorded-otherwise"]);
    }

    [Fact]
    public async Task Rows_at_fault_are_told_by_line_and_reason_and_the_rest_goes_on()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        var import = await trial.PurchasesAsync(string.Join('\n',
            "R01,2024-03-01,s1,m1,100.00",
            "R02,2024-03-01,s1,m1,1.234",
            "R03,2024-03-01,s1,m1,-1.00",
            "R04,2024-02-30,s1,m1,1.00",
            "R05,1999-12-31,s1,m1,1.00",
            "R06,2099-01-01,s1,m1,1.00",
            "R07,2024-03-01,s1,,1.00",
            "R08,2024-03-01,s1",
            "R09,2024-03-01,s1,m1,1.00,more",
            "R10,2024-03-01,s1,\"m1,1.00",
            $"{new string('R', 65)},2024-03-01,s1,m1,1.00",
            "R12,2024-03-01,!,m1,1.00",
            "",
            "R13,2024-03-01,s1,m1,0.00",
            "R01,2024-03-01,s1,m1,100.00",
            "R14,2024-03-01,s2,m2,5.00"));

        (import.Imported, import.Refused, import.Rows).ShouldBe((3, 12, 15));
        import.Points.ShouldBe(105);
        (await trial.FaultsAsync(import)).ShouldBe(
        [
            "3 import.amount-too-precise", "4 amount.negative", "5 import.date-malformed", "6 field.too-long-ago",
            "7 purchase.in-the-future", "8 field.not-empty", "9 import.row-incomplete", "10 import.row-too-long",
            "11 import.row-broken", "12 field.maximum-length", "13 store.not-found", "16 import.row-twice",
        ]);
    }

    [Fact]
    public async Task A_receipt_comes_in_whole_or_not_at_all()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        var import = await trial.PurchasesAsync(string.Join('\n',
            "A,2024-03-01,s1,m1,10.00",
            "B,2024-03-01,s1,m1,10.00",
            "A,2024-03-01,s1,m2,20.00",
            "B,2024-03-01,s1,m1,x",
            "C,2024-03-01,s1,m1,10.00",
            "C,2024-03-02,s1,m1,10.00",
            "D,2024-03-01,s1,m1,30.00",
            "D,2024-03-01,s1,m1,20.00",
            "D,2024-03-01,s2,m1,7.00",
            "E,2024-03-01,s1,m1,30.00",
            "E,2024-03-01,s1,m"));

        (import.Imported, import.Amount.Yuan, import.Receipts).ShouldBe((2, 57m, 6));
        (await trial.FaultsAsync(import)).ShouldBe(
        [
            "2 import.lines-disagree", "3 import.other-line-refused", "4 import.lines-disagree",
            "5 import.amount-malformed", "6 import.lines-disagree", "7 import.lines-disagree",
            "11 import.other-line-refused", "12 import.row-incomplete",
        ]);
    }

    [Fact]
    public async Task Lines_that_are_alike_count_where_lines_have_a_category_and_are_told()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        const string text = "receipt_no,occurred_at,store_code,member_no,amount,category\nR1,2024-03-01,s1,m1,10.00,tea\n"
            + "R2,2024-03-01,s1,m1,10.00,tea\nR1,2024-03-01,s1,m1,10.00,tea\n"
            + "R1,2024-03-01,s1,m1,10.00,ham\nR1,2024-03-01,s1,m1,10.00,tea\n";

        var tried = await trial.StageAsync(ImportKind.Purchases, text, enrols: true, check: true);
        var import = await trial.RunAsync(tried);

        (tried.Refused, tried.AlikeRows).ShouldBe((0, 2));
        tried.Alike.ShouldBe([new AlikeRow(4, 2), new AlikeRow(6, 2)]);
        (import.Imported, import.Amount.Yuan, import.Points, import.AlikeRows).ShouldBe((2, 50m, 50, 2));
    }

    [Fact]
    public async Task Without_enrolment_unknown_stores_and_members_are_refused()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await trial.PurchasesAsync("R1,2024-03-01,s1,m1,10.00\n");

        var import = await trial.PurchasesAsync(
            "R2,2024-03-01,s1,m1,10.00\nR3,2024-03-01,s9,m1,10.00\nR4,2024-03-01,s1,m9,10.00\n", enrols: false);

        import.Imported.ShouldBe(1);
        (await trial.FaultsAsync(import)).ShouldBe(["3 store.not-found", "4 membership.member-not-found"]);
    }

    [Fact]
    public async Task A_check_says_what_would_come_of_it_and_writes_nothing()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await trial.PurchasesAsync("R1,2024-03-01,s1,m1,10.00\n");
        var before = await trial.PointsAsync();
        const string text = ImportTrial.Heads
            + "R1,2024-03-01,s1,m1,10.00\nR2,2024-03-01,s7,m7,10.00\nR3,2024-03-01,s1,m1,1.234\nR4,2099-03-01,s1,m1,1\n";

        var tried = await trial.StageAsync(ImportKind.Purchases, text, enrols: true, check: true);

        tried.State.ShouldBe(ImportState.Checked);
        (tried.Imported, tried.AlreadyThere, tried.Refused).ShouldBe((1, 1, 2));
        tried.Created.ShouldBe(new ImportCreations(1, 1));
        (await trial.FaultsAsync(tried)).ShouldBe(["4 import.amount-too-precise", "5 purchase.in-the-future"]);
        (await trial.PointsAsync()).ShouldBeEquivalentTo(before);
        fixture.Host.Brands.FindStore(trial.Brand.Id, "s7").ShouldBeNull();

        var run = await trial.RunAsync(tried);
        (run.Imported, run.AlreadyThere, run.Refused, run.Created).ShouldBe((1, 1, 2, tried.Created));
    }

    [Fact]
    public async Task What_a_check_doubted_is_tried_again_when_it_runs()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await trial.PurchasesAsync("R1,2024-03-01,s1,m1,10.00\n");
        var tried = await trial.StageAsync(ImportKind.Purchases, ImportTrial.Heads + "R2,2024-03-01,s5,m1,10.00\n", check: true);
        tried.Refused.ShouldBe(1);
        await fixture.Host.BrandAsync(trial.Brand.Code, "s5");

        var run = await trial.RunAsync(tried);

        (run.Imported, run.Refused).ShouldBe((1, 0));
        (await trial.FaultsAsync(run)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_brands_import_is_not_found()
    {
        var (own, other) = (await ImportTrial.OpenAsync(fixture.Host), await ImportTrial.OpenAsync(fixture.Host));
        var staged = await own.StageAsync(ImportKind.Purchases, ImportTrial.Heads + "R1,2024-03-01,s1,m1,10.00\n");

        var outcome = await fixture.Host.TryAsync(new RunImport.Input(staged.Import), other.Brand);

        outcome.Refusal!.Code.ShouldBe("import.not-found");
    }
}
