using Microsoft.Extensions.DependencyInjection;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>Stops an import for good, at its next step where it runs. What it brought into the books stays there.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class CancelImport(IServiceScopeFactory scopes, TimeProvider time) : Process<CancelImport.Input, ImportView>
{
    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await using var book = await ImportBook.OpenAsync(scopes, call.RequiredBrand.Id, input.Import, cancel);
        if (book.Import.State == ImportState.Done)
            throw new Refusal("import.done-already", RefusalKind.Conflict, ("import", input.Import));
        book.Import.State = ImportState.Cancelled;
        book.Import.EndedAt = time.GetUtcNow().UtcDateTime;
        await book.SaveAsync([], cancel);
        await book.ForgetAsync(refusedToo: true, cancel);
        return ImportView.Of(book.Import);
    }

    internal sealed record Input(long Import) : IInput<ImportView>;
}
