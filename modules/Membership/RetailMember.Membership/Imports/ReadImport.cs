using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>One import and how far it came.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class ReadImport(MembershipDb db) : Query<ReadImport.Input, ImportView>
{
    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        ImportView.Of(
            await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == input.Import, cancel)
            ?? throw new Refusal("import.not-found", RefusalKind.NotFound, ("import", input.Import)),
            call.At);

    internal sealed record Input(long Import) : IInput<ImportView>;
}
