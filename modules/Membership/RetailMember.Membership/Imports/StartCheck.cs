using Microsoft.EntityFrameworkCore;
using RetailMember.Jobs;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>Lets a dry run of a staged import begin in the background.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class StartCheck(MembershipDb db, IBackgroundWork background) : UseCase<StartCheck.Input, ImportView>
{
    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == input.Import, cancel)
            ?? throw new Refusal("import.not-found", RefusalKind.NotFound, ("import", input.Import));
        if (!ImportView.Of(import, call.At).CanBeChecked)
            throw new Refusal("import.cannot-check", RefusalKind.Conflict, ("state", import.State));
        import.State = ImportState.Checking;
        import.AliveAt = call.At;
        import.Fault = null;
        await background.EnqueueAsync(new CheckImport.Input(import.Id), call, cancel);
        return ImportView.Of(import);
    }

    internal sealed record Input(long Import) : IInput<ImportView>;
}
