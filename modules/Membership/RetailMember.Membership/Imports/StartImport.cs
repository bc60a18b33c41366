using Microsoft.EntityFrameworkCore;
using RetailMember.Jobs;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Lets an import run in the background, on any host, through restarts; also one whose host was killed. Should that one
/// be alive after all, it stops at its next step.
/// </summary>
[Needs(MembershipPermissions.Import)]
internal sealed class StartImport(MembershipDb db, IBackgroundWork background) : UseCase<StartImport.Input, ImportView>
{
    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == input.Import, cancel)
            ?? throw new Refusal("import.not-found", RefusalKind.NotFound, ("import", input.Import));
        if (!ImportView.Of(import, call.At).CanBeRun)
            throw new Refusal("import.cannot-run", RefusalKind.Conflict, ("state", import.State));
        import.State = ImportState.Queued;
        await background.EnqueueAsync(new RunImport.Input(import.Id), call, cancel);
        return ImportView.Of(import);
    }

    internal sealed record Input(long Import) : IInput<ImportView>;
}
