using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>The dry run itself. Killed on the way, it begins again: it leaves nothing behind but its counts.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class CheckImport(IServiceScopeFactory scopes, Rehearsal rehearsal, IRunProgress progress)
    : Process<CheckImport.Input, ImportView>
{
    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        await using var book = await ImportBook.OpenAsync(scopes, brand.Id, input.Id, cancel);
        if (book.Import.State == ImportState.Checked) return ImportView.Of(book.Import);
        if (book.Import.State == ImportState.Cancelled && call.Channel == Channel.Job) return ImportView.Of(book.Import);
        if (book.Import.State != ImportState.Checking)
            throw new Refusal("import.cannot-check", RefusalKind.Conflict, ("state", book.Import.State));
        try
        {
            await rehearsal.RunAsync(book, brand, cancel, now => progress.Report(now.Imported + now.AlreadyThere, now.Rows));
            return ImportView.Of(book.Import);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Cancelled meanwhile, or tried by another host: whoever did that answers for it.
            await book.ReloadAsync(cancel);
            if (book.Import.State == ImportState.Cancelled) return ImportView.Of(book.Import);
            throw new Refusal("import.taken-over", RefusalKind.Conflict, ("import", input.Id));
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            await BreakOffAsync(brand.Id, input.Id, fault is Refusal refusal ? refusal.Code : "unexpected");
            throw;
        }
    }

    /// <summary>In a book of its own, because the step that failed may be half told in the other.</summary>
    private async Task BreakOffAsync(int brandId, long id, string fault)
    {
        await using var book = await ImportBook.OpenAsync(scopes, brandId, id, CancellationToken.None);
        if (book.Import.State != ImportState.Checking) return;
        book.Import.State = ImportState.Staged;
        book.Import.Fault = fault;
        await book.SaveAsync([], CancellationToken.None);
    }

    internal sealed record Input(long Id) : IInput<ImportView>;
}
