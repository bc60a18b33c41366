using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Stops an import for good. One that runs ends the step that it is at and counts it, so that it says exactly what it
/// brought into the books; that stays there.
/// </summary>
[Needs(MembershipPermissions.Import)]
internal sealed class CancelImport(IServiceScopeFactory scopes, TimeProvider time) : Process<CancelImport.Input, ImportView>
{
    /// <summary>Whoever works on it saves with every step; one save after the other may come in between.</summary>
    private const int Tries = 20;

    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await StopAsync(input, call, cancel);
            }
            catch (DbUpdateConcurrencyException) when (tried < Tries)
            {
                // Read anew.
            }
        }
    }

    private async Task<ImportView> StopAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await using var book = await ImportBook.OpenAsync(scopes, call.RequiredBrand.Id, input.Import, cancel);
        var import = book.Import;
        if (import.State == ImportState.Done)
            throw new Refusal("import.done-already", RefusalKind.Conflict, ("import", input.Import));
        if (import.State is ImportState.Running or ImportState.Cancelling && !import.IsSilentAt(time.GetUtcNow().UtcDateTime))
        {
            import.State = ImportState.Cancelling;
            await book.SaveAsync([], cancel);
            return ImportView.Of(import);
        }

        import.State = ImportState.Cancelled;
        import.EndedAt = time.GetUtcNow().UtcDateTime;
        await book.SaveAsync([], cancel);
        await book.ForgetAsync(refusedToo: true, cancel);
        return ImportView.Of(import);
    }

    internal sealed record Input(long Import) : IInput<ImportView>;
}
