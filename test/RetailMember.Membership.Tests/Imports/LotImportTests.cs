using RetailMember.Membership.Imports;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

public sealed class LotImportTestsOnSqlite(SqliteHost fixture) : LotImportTests(fixture), IClassFixture<SqliteHost>;

public sealed class LotImportTestsOnPostgres(PostgresHost fixture) : LotImportTests(fixture), IClassFixture<PostgresHost>;

[Trait("Req", "CORE-50")]
public abstract class LotImportTests(HostFixture fixture)
{
    private const string Heads = "member_no,points,earned_on,expires_on,reference\n";

    [Fact]
    public async Task Lots_open_with_their_own_days()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        var import = await ImportAsync(
            trial, "A,100,2024-11-01,2025-10-31,\nA,30,2025-01-01,,\nB,7,2024-01-01,2024-12-31,\n", enrols: true);

        (import.Imported, import.Points, import.Created.NewMembers).ShouldBe((3, 137, 2));
        var today = await trial.PointsAsync();
        (today.Issued, today.Outstanding, today.Expired).ShouldBe((137, 130, 7));
        (await trial.PointsAsync(new DateOnly(2024, 12, 31))).Outstanding.ShouldBe(107);
    }

    [Fact]
    public async Task The_same_file_again_opens_nothing()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        const string rows = "A,100,2024-11-01,2025-10-31,\nA,30,2025-01-01,,REF-1\n";
        await ImportAsync(trial, rows, enrols: true);

        var again = await ImportAsync(trial, rows);

        (again.Imported, again.AlreadyThere, again.Points).ShouldBe((0, 2, 0));
        (await trial.PointsAsync()).Outstanding.ShouldBe(130);
    }

    [Fact]
    public async Task Lots_that_are_alike_need_a_reference()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        const string rows = "A,10,2025-01-01,,\nA,10,2025-01-01,,\nA,10,2025-01-01,,X\n"
            + "A,10,2025-01-01,,Y\nA,20,2025-01-01,,Y\n";

        var import = await ImportAsync(trial, rows, enrols: true);

        import.Points.ShouldBe(30);
        (await trial.FaultsAsync(import)).ShouldBe(["3 import.lot-twice", "6 import.lot-twice"]);
    }

    [Fact]
    public async Task A_reference_that_stood_for_something_else_is_refused()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await ImportAsync(trial, "A,10,2025-01-01,,X\n", enrols: true);

        var import = await ImportAsync(trial, "A,11,2025-01-01,,X\n");

        (await trial.FaultsAsync(import)).ShouldBe(["2 ledger.key-reused"]);
    }

    [Fact]
    public async Task Lots_at_fault_are_told_by_row()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await ImportAsync(trial, "A,10,2025-01-01,,\n", enrols: true);
        const string rows = "A,0,2025-01-01,,\nA,1.5,2025-01-01,,\nA,5,2025-02-30,,\nA,5,2025-01-02,2025-01-01,\n"
            + "A,5,2026-01-01,,\nZ,5,2025-01-01,,\nA,5,,,\n";

        var import = await ImportAsync(trial, rows);

        import.Imported.ShouldBe(0);
        (await trial.FaultsAsync(import)).ShouldBe(
        [
            "2 field.inclusive-between", "3 field.malformed", "4 import.date-malformed", "5 ledger.dates-in-wrong-order",
            "6 membership.day-to-come", "7 membership.member-not-found", "8 field.not-empty",
        ]);
    }

    [Fact]
    public async Task A_check_opens_nothing()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await ImportAsync(trial, "A,10,2025-01-01,,\n", enrols: true);

        var tried = await trial.StageAsync(
            ImportKind.Lots, Heads + "A,10,2025-01-01,,\nA,20,2025-01-01,,\nB,5,2025-01-01,,\n", enrols: true, check: true);

        (tried.Imported, tried.AlreadyThere, tried.Created.NewMembers).ShouldBe((2, 1, 1));
        (await trial.PointsAsync()).Outstanding.ShouldBe(10);
    }

    private static Task<ImportView> ImportAsync(ImportTrial trial, string rows, bool enrols = false) =>
        trial.ImportAsync(ImportKind.Lots, Heads + rows, enrols);
}
