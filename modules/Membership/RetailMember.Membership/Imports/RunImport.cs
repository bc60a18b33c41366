using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Jobs;
using RetailMember.Membership.Imports.Work;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Brings a staged file into the books. Every entry goes through the use case that a till or counter calls and carries its
/// own business key, so the work may be killed at any moment and taken up again: what is done is found done.
/// </summary>
[Needs(MembershipPermissions.Import)]
internal sealed class RunImport(
    IServiceScopeFactory scopes, ImportWorks works, PersonalData personal, Database database, IRunProgress progress,
    TimeProvider time)
    : Process<RunImport.Input, ImportView>
{
    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        await using var book = await ImportBook.OpenAsync(scopes, brand.Id, input.Id, cancel);
        // Cancelled while it waited for its turn: there is nothing left to do, and nothing has failed.
        if (book.Import.State == ImportState.Cancelled && call.Channel == Channel.Job)
        {
            await book.ForgetAsync(refusedToo: true, cancel);
            return ImportView.Of(book.Import);
        }

        if (book.Import.State is ImportState.Staging or ImportState.Cancelled)
            throw new Refusal("import.cannot-run", RefusalKind.Conflict, ("state", book.Import.State));
        if (book.Import.State == ImportState.Cancelling)
            await EndAsync(book, ImportState.Cancelled, null);
        else if (book.Import.State != ImportState.Done)
        {
            await StartAsync(book, cancel);
            await WorkAsync(book, new ImportRun(book.Import, brand, personal), input, cancel);
        }

        await book.ForgetAsync(refusedToo: false, cancel);
        return ImportView.Of(book.Import);
    }

    private async Task StartAsync(ImportBook book, CancellationToken cancel)
    {
        var import = book.Import;
        if (import.Cursor.Length == 0)
        {
            (import.Imported, import.AlreadyThere, import.NewStores, import.NewMembers) = (0, 0, 0, 0);
            (import.AmountFen, import.Points) = (0, 0);
            import.Refused = await book.RefusedAsync(cancel);
        }

        import.State = ImportState.Running;
        import.StartedAt ??= time.GetUtcNow().UtcDateTime;
        import.Fault = null;
        await book.SaveAsync([], cancel);
    }

    private async Task WorkAsync(ImportBook book, ImportRun run, Input input, CancellationToken cancel)
    {
        try
        {
            var work = works.Of(book.Import.Kind);
            var steps = new ImportSteps(book, run);
            while (await steps.NextAsync(cancel) is { } entries)
            {
                await steps.SaveAsync(await work.RunAsync(entries, run, cancel), rehearsed: false, cancel);
                var done = ImportView.Of(book.Import);
                progress.Report(done.Imported + done.AlreadyThere, book.Import.Entries);
                input.Told?.Invoke(done);
                if (book.Import.State == ImportState.Cancelling) break;
            }

            // Tills ask for what came in from the first moment.
            await database.RefreshStatisticsAsync(cancel);
            book.Import.Members = await book.MembersAsync(book.Import.Cursor, cancel);
            await EndAsync(
                book, book.Import.State == ImportState.Cancelling ? ImportState.Cancelled : ImportState.Done, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken over by another host: whoever changed it answers for it now.
            throw new Refusal("import.taken-over", RefusalKind.Conflict, ("import", book.Import.Id));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await StopAsync(book, ImportState.Paused, null);
            throw;
        }
        catch (Exception fault)
        {
            await StopAsync(book, ImportState.Failed, fault is Refusal refusal ? refusal.Code : "unexpected");
            throw;
        }
    }

    private async Task EndAsync(ImportBook book, ImportState state, string? fault)
    {
        var members = book.Import.Members;
        try
        {
            await SaveEndAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Whoever wanted it cancelled came too late where all of it is in, and is obeyed where it is not.
            await book.ReloadAsync(CancellationToken.None);
            if (book.Import.State != ImportState.Cancelling) throw;
            if (state != ImportState.Done) state = ImportState.Cancelled;
            book.Import.Members = members;
            await SaveEndAsync();
        }

        // Whatever way it came to be cancelled, its rows do not stay.
        if (state == ImportState.Cancelled) await book.ForgetAsync(refusedToo: true, CancellationToken.None);

        Task SaveEndAsync()
        {
            book.Import.State = state;
            book.Import.Fault = fault;
            book.Import.EndedAt = time.GetUtcNow().UtcDateTime;
            return book.SaveAsync([], CancellationToken.None);
        }
    }

    /// <summary>Notes down the stop in a book of its own, because the step that failed may be half told in the other.</summary>
    private async Task StopAsync(ImportBook failed, ImportState state, string? fault)
    {
        await using var book = await ImportBook.OpenAsync(
            scopes, failed.Import.BrandId, failed.Import.Id, CancellationToken.None);
        if (book.Import.State == ImportState.Running) await EndAsync(book, state, fault);
        else if (book.Import.State == ImportState.Cancelling) await EndAsync(book, ImportState.Cancelled, fault);
    }

    internal sealed record Input(long Id) : IInput<ImportView>
    {
        /// <summary>Hears of every step.</summary>
        [JsonIgnore]
        public Action<ImportView>? Told { get; init; }
    }
}
