using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

public sealed class InterruptedImportTestsOnSqlite(SqliteHost fixture)
    : InterruptedImportTests(fixture), IClassFixture<SqliteHost>;

public sealed class InterruptedImportTestsOnPostgres(PostgresHost fixture)
    : InterruptedImportTests(fixture), IClassFixture<PostgresHost>;

[Trait("Req", "CORE-50")]
public abstract class InterruptedImportTests(HostFixture fixture)
{
    [Fact]
    public async Task A_stopped_import_goes_on_where_it_was()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var staged = await trial.StageAsync(ImportKind.Purchases, Superstore.AsItIs(), enrols: true);
        await StopAfterFirstStepAsync(trial, staged);
        var paused = await fixture.Host.RunAsync(new ReadImport.Input(staged.Import), trial.Brand);
        paused.State.ShouldBe(ImportState.Paused);
        paused.Imported.ShouldBeInRange(1, 5008);

        await ShouldEndAsIfNothingHadHappened(trial, staged);
    }

    [Fact]
    public async Task What_was_recorded_before_the_kill_but_not_counted_is_counted_once()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var staged = await trial.StageAsync(ImportKind.Purchases, Superstore.AsItIs(), enrols: true);
        await StopAfterFirstStepAsync(trial, staged);
        await ForgetWhatWasCountedAsync(trial, staged);

        await ShouldEndAsIfNothingHadHappened(trial, staged);
    }

    [Fact]
    public async Task A_cancelled_import_stops_at_its_next_step_and_says_exactly_what_went_in()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var staged = await trial.StageAsync(ImportKind.Purchases, Superstore.AsItIs(), enrols: true);
        Task<ImportView>? cancelled = null;

        var run = await fixture.Host.RunAsync(
            new RunImport.Input(staged.Import)
            {
                Told = _ => cancelled ??= fixture.Host.RunAsync(new CancelImport.Input(staged.Import), trial.Brand),
            },
            trial.Brand);

        (await cancelled!).State.ShouldBe(ImportState.Cancelling);
        var told = await fixture.Host.RunAsync(new ReadImport.Input(staged.Import), trial.Brand);
        (run.State, told.State, told.Fault).ShouldBe((ImportState.Cancelled, ImportState.Cancelled, null));
        told.Imported.ShouldBeInRange(1, 5008);
        var booked = await fixture.Host.InBrandAsync(trial.Brand, async services =>
        {
            var db = services.GetRequiredService<MembershipDb>();
            return (await db.Purchases.CountAsync(), await db.Purchases.SumAsync(p => p.PaidFen),
                await db.Purchases.SumAsync(p => p.Points), await db.Members.CountAsync(),
                await db.Purchases.Select(p => p.MemberId).Distinct().CountAsync());
        });
        (told.Imported, told.Amount.Fen, told.Points, told.Created.NewMembers, told.Members).ShouldBe(booked);
        (await fixture.Host.TryAsync(new RunImport.Input(staged.Import), trial.Brand)).Refusal!.Code.ShouldBe("import.cannot-run");
    }

    [Fact]
    public async Task A_dry_run_whose_program_was_killed_does_not_go_on_for_ever()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        const string text = ImportTrial.Heads + "R1,2024-03-01,s1,m1,10.00\n";
        var reading = await trial.StageAsync(ImportKind.Purchases, text);
        var trying = await trial.StageAsync(ImportKind.Purchases, text);
        await KillAsync(trial, reading, Import.Silence * 2, ImportState.Staging);
        await KillAsync(trial, trying, Import.Silence * 2, ImportState.Checking);

        var read = await fixture.Host.RunAsync(new ReadImport.Input(reading.Import), trial.Brand);
        var tried = await fixture.Host.RunAsync(new ReadImport.Input(trying.Import), trial.Brand);
        var cancelled = await fixture.Host.RunAsync(
            new FindImports.Input { State = ImportState.Cancelled }, trial.Brand);

        (read.State, read.Fault, read.CanBeRun).ShouldBe((ImportState.Cancelled, "import.reading-broke-off", false));
        (tried.State, tried.CanBeChecked, tried.CanBeRun).ShouldBe((ImportState.Staged, true, true));
        cancelled.Items.Select(i => i.Import).ShouldBe([reading.Import]);
        (await fixture.Host.RunAsync(new StartCheck.Input(trying.Import), trial.Brand)).State.ShouldBe(ImportState.Checking);
    }

    [Fact]
    public async Task One_whose_host_was_killed_is_told_after_a_minute_and_taken_up_from_the_page()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var staged = await trial.StageAsync(ImportKind.Purchases, Superstore.AsItIs(), enrols: true);
        await StopAfterFirstStepAsync(trial, staged);
        await KillAsync(trial, staged, silentFor: TimeSpan.FromSeconds(50));
        (await ReadAsync(trial, staged)).State.ShouldBe(ImportState.Running);
        (await fixture.Host.TryAsync(new StartImport.Input(staged.Import), trial.Brand)).Refusal!.Code.ShouldBe("import.cannot-run");

        await KillAsync(trial, staged, silentFor: TimeSpan.FromSeconds(70));

        (await ReadAsync(trial, staged)).ShouldSatisfyAllConditions(
            i => i.State.ShouldBe(ImportState.Interrupted), i => i.CanBeRun.ShouldBeTrue(), i => i.IsMoving.ShouldBeFalse());
        (await FoundAsync(trial, ImportState.Interrupted)).ShouldBe([staged.Import]);
        (await FoundAsync(trial, ImportState.Running)).ShouldBeEmpty();
        (await fixture.Host.RunAsync(new StartImport.Input(staged.Import), trial.Brand)).State.ShouldBe(ImportState.Queued);
        while ((await ReadAsync(trial, staged)).IsMoving) await Task.Delay(100, TestContext.Current.CancellationToken);
        await ShouldEndAsIfNothingHadHappened(trial, staged);
    }

    private Task<ImportView> ReadAsync(ImportTrial trial, ImportView import) =>
        fixture.Host.RunAsync(new ReadImport.Input(import.Import), trial.Brand);

    private async Task<IEnumerable<long>> FoundAsync(ImportTrial trial, ImportState state) =>
        (await fixture.Host.RunAsync(new FindImports.Input { State = state }, trial.Brand)).Items.Select(i => i.Import);

    private async Task StopAfterFirstStepAsync(ImportTrial trial, ImportView staged)
    {
        using var stop = new CancellationTokenSource();
        var run = new RunImport.Input(staged.Import) { Told = _ => stop.Cancel() };
        await Should.ThrowAsync<OperationCanceledException>(
            fixture.Host.Entry.RunAsync(run, TestHost.House(trial.Brand), stop.Token));
    }

    /// <summary>As a kill leaves it between the recording of a step and the note of it.</summary>
    private static Task<int> ForgetWhatWasCountedAsync(ImportTrial trial, ImportView staged) =>
        trial.Host.InBrandAsync(trial.Brand, async services =>
        {
            var db = services.GetRequiredService<MembershipDb>();
            var import = await db.Imports.SingleAsync(i => i.Id == staged.Import);
            (import.State, import.Cursor, import.EndedAt) = (ImportState.Running, "", null);
            return await db.SaveChangesAsync();
        });

    /// <summary>As a kill leaves it in the midst of its steps.</summary>
    private static Task<int> KillAsync(
        ImportTrial trial, ImportView staged, TimeSpan silentFor, ImportState at = ImportState.Running) =>
        trial.Host.InBrandAsync(trial.Brand, async services =>
        {
            var db = services.GetRequiredService<MembershipDb>();
            var import = await db.Imports.SingleAsync(i => i.Id == staged.Import);
            var lastSign = trial.Host.Clock.GetUtcNow().UtcDateTime - silentFor;
            (import.State, import.AliveAt, import.EndedAt) = (at, lastSign, null);
            return await db.SaveChangesAsync();
        });

    private static async Task ShouldEndAsIfNothingHadHappened(ImportTrial trial, ImportView staged)
    {
        var run = await trial.RunAsync(staged);

        run.State.ShouldBe(ImportState.Done);
        (run.Imported, run.AlreadyThere, run.Refused, run.Members).ShouldBe((5009, 0, 0, 793));
        (run.Amount.Yuan, run.Points).ShouldBe((2_297_201.13m, 2_294_455));
        (await trial.PointsAsync(new DateOnly(2017, 12, 31))).Outstanding.ShouldBe(732_282);
    }
}
