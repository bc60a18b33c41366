using RetailMember.Membership.Imports;
using RetailMember.Testing;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tests.Imports;

public sealed class DryRunTestsOnSqlite(SqliteHost fixture) : DryRunTests(fixture), IClassFixture<SqliteHost>;

public sealed class DryRunTestsOnPostgres(PostgresHost fixture) : DryRunTests(fixture), IClassFixture<PostgresHost>;

[Trait("Req", "CORE-50")]
public abstract class DryRunTests(HostFixture fixture)
{
    private const string Rows = "R1,2024-03-01,s1,m1,10.00\nR2,2024-03-01,s1,m1,x\nR3,2024-03-02,s1,m2,5.50\n";

    [Fact]
    public async Task A_dry_run_in_the_background_may_be_repeated_and_writes_nothing()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var staged = await trial.StageAsync(ImportKind.Purchases, ImportTrial.Heads + Rows, enrols: true);

        for (var time = 0; time < 2; time++)
        {
            (await trial.Host.RunAsync(new StartCheck.Input(staged.Import), trial.Brand)).State.ShouldBe(ImportState.Checking);
            var tried = await EndedAsync(trial, staged);
            (tried.State, tried.Imported, tried.Refused, tried.Created.NewMembers, tried.Amount.Fen)
                .ShouldBe((ImportState.Checked, 2, 1, 2, 1_550));
        }

        (await trial.PointsAsync()).Postings.ShouldBe(0);
        (await trial.RunAsync(staged)).Imported.ShouldBe(2);
        (await trial.PointsAsync()).Issued.ShouldBe(15);
    }

    [Fact]
    public async Task What_is_done_cancelled_or_already_being_tried_cannot_be_tried()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var done = await trial.PurchasesAsync(Rows);
        var cancelled = await trial.StageAsync(ImportKind.Purchases, ImportTrial.Heads + Rows);
        await trial.Host.RunAsync(new CancelImport.Input(cancelled.Import), trial.Brand);

        foreach (var import in (ImportView[])[done, cancelled])
            (await Should.ThrowAsync<Refusal>(() => trial.Host.RunAsync(new StartCheck.Input(import.Import), trial.Brand)))
                .Code.ShouldBe("import.cannot-check");
    }

    [Fact]
    public async Task Imports_are_found_by_kind_and_state()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var done = await trial.PurchasesAsync(Rows);
        await trial.StageAsync(ImportKind.Members, "member_no\nm9\n");

        var found = await trial.Host.RunAsync(new FindImports.Input { Kind = ImportKind.Purchases }, trial.Brand);
        found.Items.Select(i => i.Import).ShouldBe([done.Import]);
        found = await trial.Host.RunAsync(new FindImports.Input { State = ImportState.Staged }, trial.Brand);
        found.Items.Select(i => i.Kind).ShouldBe([ImportKind.Members]);
    }

    private static async Task<ImportView> EndedAsync(ImportTrial trial, ImportView import)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var now = await trial.Host.RunAsync(new ReadImport.Input(import.Import), trial.Brand);
            if (now.State != ImportState.Checking) return now;
            await Task.Delay(100);
        }

        throw new TimeoutException("The dry run did not end.");
    }
}
